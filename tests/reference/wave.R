# Writes wave.csv beside this script, from sample.csv: run `Rscript wave.R` in this folder. What a
# wave with these respondents says beyond shares.csv: the sample against the frame, the total of
# those in a group, means, and the tests of Rao and Scott, of means and of ranks, by R's survey
# package (4.1-1).
suppressMessages(library(survey))
options(digits = 15, survey.lonely.psu = "adjust")
d <- read.csv("sample.csv")
d$one <- 1
d$population <- c(800, 600, 300, 150, 40)[d$stratum]
margin_a <- data.frame(margin_a = 1:3, Freq = c(900, 600, 390))
margin_b <- data.frame(margin_b = 1:4, Freq = c(310, 640, 650, 290))
raked_to_frame <- function(design)
  rake(design, list(~margin_a, ~margin_b), list(margin_a, margin_b),
       control = list(maxit = 1000, epsilon = 1e-14))

strata <- svydesign(~1, strata = ~stratum, weights = ~weight, data = d)
clusters <- svydesign(~cluster, strata = ~stratum, weights = ~weight, data = d)
designs <- list(
  simple = svydesign(~1, weights = ~one, data = d),
  weighted = svydesign(~1, weights = ~weight, data = d),
  strata = strata, clusters = clusters,
  finite = svydesign(~1, strata = ~stratum, weights = ~weight, fpc = ~population, data = d),
  raked = raked_to_frame(strata), raked_clusters = raked_to_frame(clusters),
  post_stratified = postStratify(clusters, ~margin_b, margin_b)
)

rows <- list()
note <- function(design, topic, key, values)
  for (name in names(values)) rows[[length(rows) + 1]] <<- data.frame(
    design, topic, key = as.character(key), name, value = unname(as.numeric(values[[name]])))
domain <- function(design, inside) design[which(inside), ]
measured <- function(s, y) {
  m <- svymean(y, s, na.rm = TRUE)
  interval <- confint(m, df = degf(s))
  c(estimate = unname(coef(m)), std_error = SE(m), low = interval[1], high = interval[2],
    effective_n = sum(weights(s))^2 / sum(weights(s)^2))
}
rao_scott <- function(formula, s) {
  r <- svychisq(formula, s, statistic = "F")
  c(statistic = r$statistic[[1]], df1 = r$parameter[[1]], df2 = r$parameter[[2]], p_value = r$p.value[[1]])
}
# Midpoints of the weighted distribution: see numbers.R for why svyranktest() is not used itself.
rank_scores <- function(x, w) {
  w[is.na(x)] <- 0
  total <- tapply(w, x, sum)
  middle <- (cumsum(total) - total / 2) / sum(total)
  unname(middle[as.character(x)])
}
f_test <- function(formula, s) {
  f <- suppressWarnings(regTermTest(svyglm(formula, s), ~factor(group)))
  c(statistic = f$Ftest[1], df1 = f$df, df2 = f$ddf, p_value = f$p[1])
}
# The sample against the frame, with the weights before calibration: svygofchisq()'s statistic is
# compared with a chi-squared distribution times a scale.
frame <- list(margin_a = margin_a, margin_b = margin_b)
for (name in c("simple", "weighted", "strata", "clusters")) for (margin in names(frame)) {
  units <- frame[[margin]]$Freq
  fit <- svygofchisq(as.formula(paste0("~factor(", margin, ")")), units / sum(units), designs[[name]])
  note(name, "fit", margin, c(statistic = fit$statistic[[1]] / fit$parameter[["scale"]],
                              df1 = fit$parameter[["df"]], p_value = fit$p.value[[1]]))
}
source("items.R")
for (name in names(designs)) {
  whole <- designs[[name]]
  grouped <- domain(whole, !is.na(d$answer) & !is.na(d$group))
  for (k in 1:5) note(name, "total", k, measured(update(grouped, y = as.numeric(answer == k)), ~y))
  counted <- !is.na(d$number)
  note(name, "mean", "all", measured(domain(whole, counted), ~number))
  for (g in 1:4) note(name, "mean", g, measured(domain(whole, counted & d$group %in% g), ~number))
  if (name == "finite") next                                   # tests have no correction
  note(name, "rao_scott", "answer", rao_scott(~group + answer, grouped))
  asked <- domain(whole, !is.na(d$item1) & !is.na(d$group))
  for (k in 1:4) note(name, "rao_scott", paste0("item", k), rao_scott(as.formula(paste0("~group + item", k)), asked))
  note(name, "multiple", "items", multiple(asked, paste0("item", 1:4)))
  known <- domain(whole, counted & !is.na(d$group))
  note(name, "test", "several", f_test(number ~ factor(group), known))
  pair <- domain(update(whole, second = as.numeric(group == 2)), counted & d$group %in% 1:2)
  t <- suppressWarnings(svyttest(number ~ second, pair))
  note(name, "test", "two", c(statistic = t$statistic[[1]], df1 = t$parameter[[1]], p_value = t$p.value[[1]]))
  w <- weights(known, "sampling")
  known <- update(known, score = rank_scores(ifelse(w > 0, number, NA), w))
  note(name, "ranks", "several", f_test(score ~ factor(group), known))
}
result <- do.call(rbind, rows)
result$value <- format(result$value, digits = 15, trim = TRUE)
write.csv(result, "wave.csv", row.names = FALSE, quote = FALSE)
