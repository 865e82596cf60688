# Writes association_sample.csv, association.csv and apiclus1.csv beside this script: run
# `Rscript association.R` in this folder. Rao-Scott tests, comparisons of groups, trends and
# multiple-response questions under a design, by R's survey package (4.1-1), on generated
# respondents.
suppressMessages(library(survey))
options(digits = 15, survey.lonely.psu = "adjust")
set.seed(20240719)

# --- the sample: five strata, of which the last has a single cluster; missing answers; nobody of
# --- group 4 gives answer 5 and nobody of group 3 answer 1
n <- 400
d <- data.frame(stratum = sample(1:5, n, TRUE, c(.3, .25, .2, .15, .1)))
d$cluster <- ifelse(d$stratum == 5, 500, d$stratum * 100 + sample(1:9, n, TRUE))
d$weight <- round(runif(n, 0.4, 3.2), 2)
d$margin_a <- sample(1:2, n, TRUE)
d$margin_b <- sample(1:3, n, TRUE)
d$group <- sample(1:4, n, TRUE, c(.35, .3, .2, .15))
d$answer <- pmin(5, 1 + rbinom(n, 4, .35 + .07 * d$group + .03 * (d$cluster %% 3)))
d$answer[d$group == 4 & d$answer == 5] <- 4
d$answer[d$group == 3 & d$answer == 1] <- 2
d$answer[sample(n, 35)] <- NA
liking <- rnorm(n) + .2 * (d$cluster %% 3)
for (item in 1:4) d[[paste0("item", item)]] <- as.numeric(liking + rnorm(n) + .25 * d$group * (item == 2) > .4 * item)
d[sample(n, 25), paste0("item", 1:4)] <- NA
d$one <- 1

simple <- svydesign(~1, weights = ~one, data = d)
strata <- svydesign(~1, strata = ~stratum, weights = ~weight, data = d)
clusters <- svydesign(~cluster, strata = ~stratum, weights = ~weight, data = d)
raked <- rake(
  strata, list(~margin_a, ~margin_b),
  list(data.frame(margin_a = 1:2, Freq = c(300, 400)),
       data.frame(margin_b = 1:3, Freq = c(200, 350, 150))),
  control = list(maxit = 1000, epsilon = 1e-12)
)
stratified <- postStratify(clusters, ~margin_b, data.frame(margin_b = 1:3, Freq = c(200, 350, 150)))
designs <- list(simple = simple, strata = strata, clusters = clusters, raked = raked,
                post_stratified = stratified)
d$raked <- weights(raked)
d$post_stratified <- weights(stratified)
written <- d[names(d) != "one"]
write.csv(written, "association_sample.csv", row.names = FALSE, na = "")

# --- what R says: one row a number
rows <- list()
note <- function(design, topic, key, values)
  for (name in names(values)) rows[[length(rows) + 1]] <<- data.frame(
    design, topic, key = as.character(key), name, value = as.numeric(values[[name]]))
rao_scott <- function(formula, design) {
  r <- svychisq(formula, design, statistic = "F")
  c(statistic = r$statistic[[1]], df1 = r$parameter[[1]], df2 = r$parameter[[2]], p_value = r$p.value[[1]])
}

source("items.R")

for (name in names(designs)) {
  whole <- designs[[name]]
  answered <- subset(whole, !is.na(answer))
  note(name, "rao_scott", "missing", rao_scott(~group + answer, whole))     # NA in a whole design
  note(name, "rao_scott", "answered", rao_scott(~group + answer, answered))
  note(name, "rao_scott", "domain", rao_scott(~group + answer, subset(answered, stratum <= 3 & margin_a == 1)))
  # a calibrated design keeps whom subset() drops, with a weight of 0, so their groups as well
  two <- update(answered, pair = ifelse(group %in% 1:2, group, NA))
  if (!name %in% c("raked", "post_stratified")) two <- subset(two, !is.na(pair))
  note(name, "rao_scott", "two_groups", rao_scott(~pair + answer, two))
  net <- update(answered, agree = answer >= 4)
  note(name, "rao_scott", "net", rao_scott(~group + agree, net))
  trend <- svyglm(answer ~ group, answered)
  f <- regTermTest(trend, ~group)
  note(name, "trend", "answered", c(statistic = f$Ftest[1], df1 = f$df, df2 = f$ddf, p_value = f$p[1],
       slope = coef(trend)[[2]]))
  for (a in 1:6) for (g in 1:3) for (h in (g + 1):4) {
    pair <- subset(answered, group %in% c(g, h))
    if (a == 6) pair <- update(pair, yes = as.numeric(answer >= 4), first = as.numeric(group == g))
    else pair <- update(pair, yes = as.numeric(answer == a), first = as.numeric(group == g))
    shares <- with(pair$variables[weights(pair, "sampling") > 0, ], tapply(yes, group, mean))
    if (any(shares %in% 0:1)) next
    t <- svyttest(yes ~ first, pair)
    note(name, "pair", paste(a, g, h), c(statistic = t$statistic[[1]], df = t$parameter[[1]],
         p_value = t$p.value[[1]], difference = t$estimate[[1]]))
  }
  complete <- subset(whole, !is.na(item1))
  note(name, "multiple", "items", multiple(complete, paste0("item", 1:4)))
  note(name, "multiple", "one_item", rao_scott(~group + item2, complete))
}

# --- without a design: R's stats package
known <- d[!is.na(d$answer), ]
note("none", "trend", "answered", c(statistic = (nrow(known) - 1) * cor(known$group, known$answer)^2,
     effect_size = cor(known$group, known$answer)))
pairs <- function(x, n, method) {
  p <- pairwise.prop.test(x, n, p.adjust.method = method, correct = FALSE)$p.value
  for (g in 1:3) for (h in (g + 1):4)
    note("none", paste0("pairs_", method), paste(g, h), c(p_value = p[h - 1, g]))
}
for (method in c("none", "holm", "bonferroni", "BH"))
  suppressWarnings(pairs(c(83, 90, 129, 70), c(86, 93, 136, 82), method))
tables <- list("3 1/0 4", "8 2/1 5", "3 0 2/1 4 1/0 2 5", "1 0 3 2/4 1 0 0/0 2 1 3", "2 7/8 2/3 3/1 0",
               "5 1 0 2 1/0 4 3 1 2/1 0 2 6 1/3 1 1 0 4", "1 2 3 4 5/5 3 2 1 0", "10 4/3 2/0 6",
               "3 6 9 3 2/8 3 4 0 1")
for (text in tables) {
  x <- as.matrix(do.call(rbind, lapply(strsplit(strsplit(text, "/")[[1]], " "), as.numeric)))
  note("none", "fisher", text, c(p_value = fisher.test(x, workspace = 2e7)$p.value))
}
result <- do.call(rbind, rows)
result$value <- format(result$value, digits = 15, trim = TRUE)
write.csv(result, "association.csv", row.names = FALSE, quote = FALSE)

# --- the respondents of R's documented example, svychisq(~sch.wide + stype, dclus1): F = 5.1934,
# --- ndf = 1.4946, ddf = 20.9250, p = 0.02175, with the finite population correction of dclus1
data(api)
apiclus1$schools <- 1
write.csv(aggregate(schools ~ dnum + stype + sch.wide + pw + fpc, apiclus1, sum), "apiclus1.csv",
          row.names = FALSE, quote = FALSE)
