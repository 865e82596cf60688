# Writes sample.csv, the generated respondents that most references are computed from:
# run `Rscript sample.R` in this folder.
#
# Five strata; stratum 5 has a single cluster. Clusters are numbered over the whole sample and
# belong to one stratum each. Weights have two decimals. Answers depend on the group, more so
# within clusters; nobody in group 4 gave answer 5. margin_a and margin_b are known of everyone
# (for calibration). Missing answers are written NA, also in group.
set.seed(20200611)
clusters <- c(9, 12, 8, 6, 1)
cluster_stratum <- rep(1:5, clusters)
cluster_size <- 4 + rpois(length(cluster_stratum), 13)
cluster_effect <- rnorm(length(cluster_stratum), 0, 0.5)
cluster <- rep(seq_along(cluster_stratum), cluster_size)
n <- length(cluster)
stratum <- cluster_stratum[cluster]
weight <- round(c(0.6, 1.1, 1.9, 0.8, 1.4)[stratum] * exp(rnorm(n, 0, 0.4)), 2)
margin_a <- sample(1:3, n, TRUE, c(0.5, 0.3, 0.2))
margin_b <- pmin(4, margin_a %/% 2 + sample(1:3, n, TRUE))
group <- sample(1:4, n, TRUE, c(0.4, 0.3, 0.2, 0.1))
latent <- rnorm(n) + cluster_effect[cluster] + 0.2 * group + 0.3 * (margin_a == 2)
answer <- as.integer(cut(latent, c(-Inf, -0.8, 0, 0.7, 1.5, Inf)))
answer[group == 4 & answer == 5] <- 4L

missing_in <- function(x, share) replace(x, runif(n) < share, NA)
tick <- function(threshold) as.integer(0.6 * latent + rnorm(n) > threshold)
likert <- function() as.integer(cut(0.8 * latent + rnorm(n), c(-Inf, -1.2, -0.3, 0.5, 1.3, Inf)))
number <- round(pmax(0, 12 + 6 * latent + 4 * rnorm(n)))
asked <- runif(n) > 0.06
d <- data.frame(
  stratum, cluster, weight, margin_a, margin_b,
  group = missing_in(group, 0.03), answer = missing_in(answer, 0.08),
  item1 = tick(0), item2 = tick(0.5), item3 = tick(1.2), item4 = tick(-0.4),
  number = missing_in(number, 0.1)
)
d[!asked, c("item1", "item2", "item3", "item4")] <- NA
for (k in 1:4) d[[paste0("score", k)]] <- missing_in(likert(), 0.04)
write.csv(d, "sample.csv", row.names = FALSE, quote = FALSE)
