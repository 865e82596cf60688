# Changes between two waves by R's survey package: waves stacked, respondents as clusters.
# Run `Rscript change.R` in this folder: it writes change_sample.csv, which is made up, and change.csv.
suppressMessages(library(survey))
set.seed(20221)
people <- data.frame(respondent = 1:420)
people$in_1 <- people$respondent <= 260
people$in_2 <- people$respondent > 150
wave_of <- function(wave, drift) {
  rows <- people[people[[paste0("in_", wave)]], ]
  n <- nrow(rows)
  leaning <- (rows$respondent * 37) %% 100 / 100
  data.frame(
    wave = wave,
    respondent = rows$respondent,
    weight = round(runif(n, 0.4, 3), 3),
    group = sample(c("small", "large"), n, TRUE, c(0.6, 0.4)),
    yes = as.integer(runif(n) < 0.3 * leaning + 0.3 + drift),
    x = round(20 + 30 * leaning + rnorm(n, drift * 20, 6), 1),
    in_base = as.integer(runif(n) < 0.9)
  )
}
stacked <- rbind(wave_of(1, 0), wave_of(2, 0.1))
write.csv(stacked, "change_sample.csv", row.names = FALSE, quote = FALSE)
stacked <- read.csv("change_sample.csv")
rows <- list()
for (weights in c("none", "weight")) {
  stacked$w <- if (weights == "none") 1 else stacked$weight
  design <- svydesign(ids = ~respondent, weights = ~w, data = stacked)
  for (group in c("all", "small", "large")) {
    kept <- stacked$in_base == 1 & (group == "all" | stacked$group == group)
    inside <- subset(design, kept)
    for (topic in c("yes", "x")) {
      by_wave <- svyby(as.formula(paste0("~", topic)), ~wave, inside, svymean, covmat = TRUE)
      change <- svycontrast(by_wave, c(-1, 1))
      rows[[length(rows) + 1]] <- data.frame(
        weights = weights, group = group, topic = topic,
        earlier = coef(by_wave)[[1]], later = coef(by_wave)[[2]],
        difference = coef(change)[[1]], std_error = SE(change)[[1]],
        df = degf(design)
      )
    }
  }
}
options(digits = 15)
write.csv(do.call(rbind, rows), "change.csv", row.names = FALSE, quote = FALSE)
