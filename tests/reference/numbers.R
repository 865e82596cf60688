# Writes numbers_sample.csv and numbers.csv beside this script: run `Rscript numbers.R` in this
# folder. Means, quantiles, comparisons, ranks, scores and reliability under a design, by R's
# survey package (4.1-1), on generated respondents.
suppressMessages(library(survey))
options(digits = 15, survey.lonely.psu = "adjust")
set.seed(20240611)

# --- the sample: five strata, of which the last has a single cluster; ties and missing answers
n <- 420
d <- data.frame(stratum = sample(1:5, n, TRUE, c(.3, .25, .2, .15, .1)))
d$cluster <- ifelse(d$stratum == 5, 500, d$stratum * 100 + sample(1:9, n, TRUE))
d$weight <- round(runif(n, 0.4, 3.2), 2)
d$margin_a <- sample(1:2, n, TRUE)
d$margin_b <- sample(1:3, n, TRUE)
d$group <- sample(1:4, n, TRUE, c(.35, .3, .25, .1))
d$number <- rpois(n, 2 + d$group + d$cluster %% 3)
d$number[sample(n, 30)] <- NA
d$amount <- sample(1:9999, n) / 100 + 10 * d$group              # no two alike
d$amount[duplicated(d$amount)] <- NA
d$answer <- sample(1:5, n, TRUE, c(.1, .15, .3, .25, .2))
d$answer[sample(n, 20)] <- NA
common <- rnorm(n)
for (item in 1:4) {
  score <- pmin(5, pmax(1, round(3 + (if (item == 4) .4 else 1) * common + rnorm(n))))
  score[sample(n, 12)] <- NA
  d[[paste0("score", item)]] <- score
}
d$one <- 1
d$population <- c(900, 700, 400, 120, 60)[d$stratum]

strata <- svydesign(~1, strata = ~stratum, weights = ~weight, data = d)
clusters <- svydesign(~cluster, strata = ~stratum, weights = ~weight, data = d)
raked <- rake(
  strata, list(~margin_a, ~margin_b),
  list(data.frame(margin_a = 1:2, Freq = c(300, 400)),
       data.frame(margin_b = 1:3, Freq = c(200, 350, 150))),
  control = list(maxit = 1000, epsilon = 1e-12)
)
stratified <- postStratify(clusters, ~margin_b, data.frame(margin_b = 1:3, Freq = c(200, 350, 150)))
designs <- list(
  simple = svydesign(~1, weights = ~one, data = d),
  strata = strata, clusters = clusters, raked = raked, post_stratified = stratified,
  finite = svydesign(~1, strata = ~stratum, weights = ~weight, fpc = ~population, data = d)
)
d$raked <- weights(raked)
d$post_stratified <- weights(stratified)
d[c("one", "population")] <- NULL
write.csv(d, "numbers_sample.csv", row.names = FALSE, na = "")

# --- what R says: one row a number
rows <- list()
note <- function(design, topic, group, name, value) {
  rows[[length(rows) + 1]] <<- data.frame(
    design, topic, group = as.character(group), name, value = unname(as.numeric(value))
  )
}
measured <- function(s, y) {
  m <- svymean(y, s, na.rm = TRUE)
  interval <- confint(m, df = degf(s))
  c(estimate = unname(coef(m)), std_error = SE(m), low = interval[1], high = interval[2], df = degf(s))
}
# The variance and its error are R's; the root by the delta method, its interval on the log scale.
deviation <- function(s, y) {
  v <- svyvar(y, s, na.rm = TRUE)
  estimate <- sqrt(coef(v)[[1]])
  error <- SE(v)[[1]] / (2 * estimate)
  interval <- exp(log(estimate) + c(-1, 1) * qt(0.975, degf(s)) * error / estimate)
  c(estimate = estimate, std_error = error, low = interval[1], high = interval[2], df = degf(s))
}
note_all <- function(design, topic, group, values)
  for (name in names(values)) note(design, topic, group, name, values[[name]])

# The interval of Woodruff (1952) around p: the share below the quantile, and of those at the
# quantile the part that reaches p, has the mean p; its interval is read off the distribution.
# svyquantile() starts from the share up to the quantile instead, which ties push above p.
woodruff <- function(s, y, p) {
  x <- eval(y[[2]], s$variables)
  w <- weights(s, "sampling")
  x[w == 0] <- 0
  q <- as.numeric(coef(svyquantile(y, s, p, qrule = "school", ci = FALSE, na.rm = TRUE)))
  at <- max(x[w > 0 & x <= q])
  below <- sum(w[x < at]) / sum(w)
  here <- sum(w[x == at]) / sum(w)
  part <- (x < at) + (x == at) * (p - below) / here
  s <- update(s, part = part)
  m <- svymean(~part, s)
  stopifnot(abs(coef(m) - p) < 1e-12)
  interval <- confint(m, df = degf(s))
  # Below the share of the smallest value, qrule_school() gives the second smallest one.
  smallest <- min(x[w > 0])
  bound <- function(at) {
    if (at < 0 || at > 1) return(NA)
    if (at < sum(w[x == smallest]) / sum(w)) smallest else survey:::qrule_school(x, w, at)
  }
  low <- bound(interval[1]); high <- bound(interval[2])
  c(estimate = q, low = low, high = high, std_error = (high - low) / (2 * qt(0.975, degf(s))))
}

# The rank scores of Lumley and Scott (2013). svyranktest() averages the ranks of equal values
# without their weights, so that its result depends on the order of the rows; here they are the
# midpoints of the weighted distribution.
rank_scores <- function(x, w) {
  w[is.na(x)] <- 0
  total <- tapply(w, x, sum)
  middle <- (cumsum(total) - total / 2) / sum(total)
  unname(middle[as.character(x)])
}

tested <- function(design, topic, two, all, formula_two, formula_all) {
  t <- svyttest(formula_two, two)
  note_all(design, topic, "two", c(statistic = t$statistic[[1]], df1 = t$parameter[[1]],
           p_value = t$p.value[[1]], difference = t$estimate[[1]]))
  f <- regTermTest(svyglm(formula_all, all), ~factor(group))
  note_all(design, topic, "all", c(statistic = f$Ftest[1], df1 = f$df, df2 = f$ddf, p_value = f$p[1]))
}
ranked <- function(design, topic, two, all, formula_two, formula_all) {
  t <- svyranktest(formula_two, two)
  note_all(design, topic, "two", c(statistic = t$statistic[[1]], df1 = t$parameter[[1]],
           p_value = t$p.value[[1]], difference = t$estimate[[1]]))
  k <- svyranktest(formula_all, all)  # its statistic and parameter are exchanged
  note_all(design, topic, "all", c(statistic = k$parameter[[1]] / k$statistic[[1]], df1 = k$statistic[[1]],
           df2 = k$ddf, p_value = k$p.value[[1]]))
}

for (name in names(designs)) {
  design <- update(designs[[name]], second = as.numeric(group == 2))
  for (g in 1:4) {
    s <- subset(design, !is.na(number) & group == g)
    note_all(name, "mean", g, measured(s, ~number))
    note_all(name, "deviation", g, deviation(s, ~number))
    for (p in c(0.1, 0.25, 0.5, 0.75, 0.9)) {
      note_all(name, paste0("quantile_", p), g, woodruff(s, ~number, p))
      whole <- subset(design, !is.na(amount) & group == g)
      note_all(name, paste0("amount_", p), g, woodruff(whole, ~amount, p))
    }
    a <- update(subset(design, !is.na(answer) & group == g), score = (answer >= 4) - (answer <= 2))
    note_all(name, "score", g, measured(a, ~score))
  }
  complete <- subset(design, !is.na(score1) & !is.na(score2) & !is.na(score3) & !is.na(score4))
  note(name, "alpha", "all", "alpha", svycralpha(~score1 + score2 + score3 + score4, complete, na.rm = TRUE))
  if (name == "finite") next                                   # tests have no correction
  all <- subset(design, !is.na(number))
  two <- subset(all, group %in% 1:2)
  tested(name, "test", two, all, number ~ second, number ~ factor(group))
  all <- update(all, score = rank_scores(ifelse(weights(all, "sampling") > 0, number, NA), weights(all, "sampling")))
  two <- update(two, score = rank_scores(ifelse(weights(two, "sampling") > 0, number, NA), weights(two, "sampling")))
  tested(name, "ranks", two, all, score ~ second, score ~ factor(group))
  all <- subset(design, !is.na(amount))
  two <- subset(all, group %in% 1:2)
  ranked(name, "amount_ranks", two, all, amount ~ second, amount ~ group)
  if (name == "simple") {                                      # equal weights: ties are no matter
    all <- subset(design, !is.na(number))
    ranked(name, "svyranktest", subset(all, group %in% 1:2), all, number ~ second, number ~ group)
  }
}

# Where the median lies between two values, so that the share up to it is exactly a half,
# svyquantile() itself has the same interval.
even <- subset(designs$simple, seq_len(nrow(d)) %in% which(!is.na(d$amount))[1:200])
q <- svyquantile(~amount, even, 0.5, qrule = "school", interval.type = "mean")$amount
note_all("simple", "even_median", "all", c(estimate = q[1], low = q[2], high = q[3], std_error = q[4]))

# --- without a design: R's stats package
known <- d[!is.na(d$number), ]
two <- known[known$group %in% 1:2, ]
t <- t.test(number ~ group, two)
note_all("none", "test", "two", c(statistic = -t$statistic[[1]], df1 = t$parameter[[1]], p_value = t$p.value))
f <- oneway.test(number ~ group, known)
note_all("none", "test", "all", c(statistic = f$statistic[[1]], df1 = f$parameter[[1]], df2 = f$parameter[[2]], p_value = f$p.value))
anova_table <- anova(lm(number ~ factor(group), known))
note("none", "test", "all", "eta_squared", anova_table[1, 2] / sum(anova_table[, 2]))
w <- wilcox.test(number ~ group, two, exact = FALSE, correct = FALSE)
note_all("none", "ranks", "two", c(first_w = w$statistic[[1]], p_value = w$p.value))
k <- kruskal.test(number ~ group, known)
note_all("none", "ranks", "all", c(statistic = k$statistic[[1]], df1 = k$parameter[[1]], p_value = k$p.value))
# Feldt's interval by its definition: (1 - alpha) / (1 - estimate) follows F, from the mean squares
# of the analysis of variance of respondents by items.
complete <- na.omit(d[paste0("score", 1:4)])
long <- data.frame(score = unlist(complete), person = factor(rep(seq_len(nrow(complete)), 4)), item = factor(rep(1:4, each = nrow(complete))))
squares <- anova(lm(score ~ person + item, long))
ratio <- squares["Residuals", "Mean Sq"] / squares["person", "Mean Sq"]
bounds <- qf(c(0.975, 0.025), squares["person", "Df"], squares["Residuals", "Df"])
note_all("none", "alpha", "all", c(alpha = 1 - ratio, low = 1 - ratio * bounds[1], high = 1 - ratio * bounds[2]))
for (g in 1:4) for (p in c(0.1, 0.25, 0.5, 0.75, 0.9)) {
  x <- known$number[known$group == g]
  half <- qnorm(0.975) * sqrt(p * (1 - p) / length(x))
  bound <- function(at) if (at < 0 || at > 1) NA else quantile(x, at, type = 2, names = FALSE)
  note_all("none", paste0("quantile_", p), g, c(estimate = quantile(x, p, type = 2, names = FALSE),
           low = bound(p - half), high = bound(p + half)))
}
result <- do.call(rbind, rows)
result$value <- format(result$value, digits = 15, trim = TRUE)
result$value <- ifelse(result$value == "NA", "", result$value)
write.csv(result, "numbers.csv", row.names = FALSE, quote = FALSE)
