# Top-minus-bottom scores, medians and alpha of sample.csv by R's survey package -> statistics.csv.
# Run in this folder: Rscript statistics.R
suppressMessages(library(survey))
options(survey.lonely.psu = "adjust")
people <- read.csv("sample.csv")
people$value <- (people$answer %in% 4:5) - (people$answer %in% 1)
people$value[is.na(people$answer)] <- NA
rows <- list()
add <- function(design, group, name, value)
  rows[[length(rows) + 1]] <<- data.frame(design, group, name, value = sprintf("%.17g", value))
designs <- list(
  weighted = svydesign(~1, weights = ~weight, data = people),
  clusters = svydesign(~cluster, strata = ~stratum, weights = ~weight, data = people)
)
for (name in names(designs)) {
  for (group in c("all", 1:4)) {
    inside <- !is.na(people$group) & (group == "all" | people$group == group)
    part <- designs[[name]][which(inside & !is.na(people$answer)), ]
    found <- svymean(~value, part)
    interval <- confint(found, df = degf(part))
    add(name, group, "score", coef(found))
    add(name, group, "error", SE(found))
    add(name, group, "low", interval[1])
    add(name, group, "high", interval[2])
    part <- designs[[name]][which(inside & !is.na(people$number)), ]
    found <- svyquantile(~number, part, c(0.5, 0.9), qrule = "school", ci = FALSE)
    add(name, group, "median", coef(found)[[1]])
    add(name, group, "p90", coef(found)[[2]])
    complete <- complete.cases(people[paste0("score", 1:4)])
    part <- designs[[name]][which(inside & complete), ]
    add(name, group, "alpha", svycralpha(~score1 + score2 + score3 + score4, part))
  }
}
write.csv(do.call(rbind, rows), "statistics.csv", row.names = FALSE, quote = FALSE)
