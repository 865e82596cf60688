# Shares of ticks and the test of ticks by R's survey package -> ticks.csv, of sample.csv.
# Run in this folder: Rscript ticks.R
library(survey)
options(survey.lonely.psu = "adjust", digits = 17)
people <- read.csv("sample.csv")
items <- paste0("item", 1:4)
people$id <- seq_len(nrow(people))
for (item in items) people[[item]][is.na(people[[item]])] <- 0
people$ticks <- rowSums(people[items])
# One row a tick; who ticked nothing has one row without an item, so that the design stays whole.
long <- do.call(rbind, lapply(items, function(item) {
  ticked <- people[people[[item]] == 1, ]
  if (nrow(ticked)) cbind(ticked, item = item) else NULL
}))
nothing <- people[people$ticks == 0, ]
nothing$item <- NA
long <- rbind(long, nothing)
designs <- list(
  simple = function(data) svydesign(ids = ~id, weights = ~one, data = cbind(data, one = 1)),
  stratified = function(data)
    svydesign(ids = ~id, strata = ~stratum, weights = ~weight, data = data, nest = TRUE),
  clustered = function(data)
    svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
)
rows <- list()
add <- function(design, group, item, name, value)
  rows[[length(rows) + 1]] <<- data.frame(design, group, item, name, value)
for (name in names(designs)) {
  whole <- designs[[name]](people)
  for (group in c("all", sort(unique(na.omit(people$group))))) {
    inside <- !is.na(people$group) & (group == "all" | people$group == group)
    part <- subset(whole, inside & people$ticks > 0)
    for (item in items) {
      found <- svyratio(as.formula(paste0("~", item)), ~ticks, part)
      add(name, group, item, "share", coef(found))
      add(name, group, item, "error", SE(found))
    }
    add(name, group, "", "df", degf(part))
    add(name, group, "", "n", sum(people$ticks[inside]))
  }
  of_ticks <- subset(designs[[name]](long), !is.na(item) & !is.na(group))
  tested <- svychisq(~group + item, of_ticks, statistic = "F")
  add(name, "", "", "F", tested$statistic)
  add(name, "", "", "df1", tested$parameter[1])
  add(name, "", "", "df2", tested$parameter[2])
  add(name, "", "", "p", tested$p.value)
}
table <- do.call(rbind, rows)
table$value <- sprintf("%.17g", as.numeric(table$value))
write.csv(table, "ticks.csv", row.names = FALSE, quote = FALSE)
