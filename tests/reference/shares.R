# Writes shares.csv and calibration.csv beside this script, from sample.csv: run
# `Rscript shares.R` in this folder. Shares by group, their intervals and covariances, calibrated
# weights and goodness of fit, by R's survey package (4.1-1).
suppressMessages(library(survey))
options(digits = 15, survey.lonely.psu = "adjust")
d <- read.csv("sample.csv")
d$one <- 1
d$population <- c(800, 600, 300, 150, 40)[d$stratum]
margin_a <- data.frame(margin_a = 1:3, Freq = c(900, 600, 390))
margin_b <- data.frame(margin_b = 1:4, Freq = c(310, 640, 650, 290))
until_settled <- list(maxit = 1000, epsilon = 1e-14)
raked_to_frame <- function(design)
  rake(design, list(~margin_a, ~margin_b), list(margin_a, margin_b), control = until_settled)

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
calibrated <- c("raked", "raked_clusters", "post_stratified")
weights_after <- as.data.frame(lapply(designs[calibrated], weights))
write.csv(weights_after, "calibration.csv", row.names = FALSE, quote = FALSE)

rows <- list()
note <- function(design, topic, group, member, name, value) {
  rows[[length(rows) + 1]] <<- data.frame(
    design, topic, group = as.character(group), member = as.character(member), name,
    value = unname(as.numeric(value))
  )
}

# Korn and Graubard's interval with the respondents of the domain. svyciprop counts the rows of
# the design object: the same without calibration, but a calibrated design keeps all rows in a
# subset, so its count there is of the whole sample.
korn_graubard <- function(p, variance, n, df, level) {
  tail <- (1 - level) / 2
  base <- p * (1 - p) / variance * (qt(tail, n - 1) / qt(tail, df))^2
  c(qbeta(tail, base * p, base * (1 - p) + 1), qbeta(1 - tail, base * p + 1, base * (1 - p)))
}
noted_share <- function(design, s, topic, group, member, n) {
  m <- svymean(~as.numeric(y), s)
  df <- degf(s)
  p <- unname(coef(m)); v <- as.numeric(vcov(m))
  put <- function(name, value) note(design, topic, group, member, name, value)
  put("share", p); put("std_error", sqrt(v)); put("df", df); put("n", n)
  put("effective_n", sum(weights(s))^2 / sum(weights(s)^2))
  if (p == 0 || p == 1) return(invisible())
  for (method in c("mean", "xlogit", "logit")) {
    interval <- attr(svyciprop(~y, s, method = method, df = df), "ci")
    put(paste0(method, "_low"), interval[1]); put(paste0(method, "_high"), interval[2])
  }
  normal <- confint(m)
  put("normal_low", normal[1]); put("normal_high", normal[2])
  interval <- korn_graubard(p, v, n, df, 0.95)
  if (!(design %in% calibrated))
    stopifnot(all.equal(interval, unname(attr(svyciprop(~y, s, method = "beta"), "ci")), tolerance = 1e-12))
  put("beta_low", interval[1]); put("beta_high", interval[2])
}

domain <- function(design, inside) design[which(inside), ]
for (design in names(designs)) {
  whole <- designs[[design]]
  for (group in c("all", 1:4)) {
    in_group <- if (group == "all") rep(TRUE, nrow(d)) else d$group %in% as.integer(group)
    answered <- in_group & !is.na(d$answer)
    asked <- in_group & !is.na(d$item1)
    for (k in c(1:5, "net")) {
      y <- if (k == "net") d$answer %in% 4:5 else d$answer %in% as.integer(k)
      noted_share(design, domain(update(whole, y = y), answered), "answer", group, k, sum(answered))
    }
    for (k in 1:4) {
      y <- d[[paste0("item", k)]] %in% 1
      noted_share(design, domain(update(whole, y = y), asked), "items", group, k, sum(asked))
    }
  }
  if (design %in% c("clusters", "raked")) {
    # The covariance matrix of all group by answer shares, groups outside: that of the totals of
    # their linearised variables.
    cells <- expand.grid(answer = 1:5, group = 1:4)
    influence <- mapply(function(k, g) {
      w <- weights(whole)
      inside <- d$group %in% g & !is.na(d$answer)
      chosen <- d$answer %in% k
      inside * (chosen - sum(w[inside & chosen]) / sum(w[inside])) / sum(w[inside])
    }, cells$answer, cells$group)
    v <- vcov(svytotal(influence, whole))
    for (i in 1:20) for (j in 1:i) note(design, "covariance", i - 1, j - 1, "covariance", v[i, j])
  }
  if (!(design %in% c(calibrated, "finite"))) {
    fit <- svygofchisq(~factor(margin_a), margin_a$Freq / sum(margin_a$Freq), whole)
    note(design, "fit", "all", "margin_a", "statistic", fit$statistic / fit$parameter[["scale"]])
    note(design, "fit", "all", "margin_a", "df", fit$parameter[["df"]])
    note(design, "fit", "all", "margin_a", "p_value", fit$p.value)
  }
}
fit <- chisq.test(table(d$margin_a), p = margin_a$Freq, rescale.p = TRUE)
for (name in c("statistic", "parameter", "p.value"))
  note("classical", "fit", "all", "margin_a", sub("p.value", "p_value", sub("parameter", "df", name)), fit[[name]])
write.csv(do.call(rbind, rows), "shares.csv", row.names = FALSE, quote = FALSE)
