# Writes the reference results beside this script: run `Rscript inference.R` in this folder.
# R's own stats package, nothing else.
options(digits = 15)

write_reference <- function(rows, file) {
  write.csv(do.call(rbind, rows), file, row.names = FALSE, quote = FALSE)
}

# Wilson: the interval of prop.test without continuity correction.
proportion <- function(x, n, level) {
  interval <- prop.test(x, n, conf.level = level, correct = FALSE)$conf.int
  data.frame(x = x, n = n, level = level, low = interval[1], high = interval[2])
}
grid <- expand.grid(n = c(1, 2, 7, 18, 85, 843), part = c(0, 0.1, 0.5, 0.77, 1), level = c(0.9, 0.95, 0.99))
grid$x <- round(grid$part * grid$n)
write_reference(
  suppressWarnings(Map(proportion, grid$x, grid$n, grid$level)),
  "proportions.csv"
)

# Pearson's chi-squared test. The table is written as rows parted by "/", counts by " ".
independence <- function(table) {
  result <- suppressWarnings(chisq.test(table, correct = FALSE))
  n <- sum(table)
  data.frame(
    counts = paste(apply(table, 1, paste, collapse = " "), collapse = " / "),
    statistic = unname(result$statistic), df = unname(result$parameter),
    p_value = result$p.value, n = n,
    cramers_v = sqrt(unname(result$statistic) / (n * (min(dim(table)) - 1)))
  )
}
tables <- list(
  rbind(c(83, 3), c(90, 3), c(129, 7), c(70, 12)),     # the example of ?prop.test
  rbind(c(155, 67), c(521, 100)),
  rbind(c(38, 32, 50, 18), c(93, 121, 198, 14)),
  rbind(c(42, 38, 38, 13, 12), c(174, 98, 101, 33, 33)),
  rbind(c(3, 1), c(1, 3)),
  rbind(c(1, 0, 4), c(0, 2, 3), c(5, 1, 0)),
  rbind(c(10, 10), c(20, 20)),
  rbind(c(40000, 60000, 5000), c(41000, 59000, 5300)),
  rbind(c(900, 2), c(3, 880))
)
write_reference(lapply(tables, independence), "independence.csv")

# One-sample t test: mean and interval. The values are written parted by " ".
one_sample <- function(values, level) {
  result <- t.test(values, conf.level = level)
  data.frame(
    values = paste(values, collapse = " "), level = level,
    mean = unname(result$estimate), standard_deviation = sd(values),
    standard_error = result$stderr,
    low = result$conf.int[1], high = result$conf.int[2]
  )
}
samples <- list(
  c(1, 2, 3, 4, 5), c(4, 4, 4, 5, 5, 3, 2, 4, 1, 5, 5, 4), c(0, 1),
  c(2.5, 3.25, -1.75, 0.5), c(1000001, 1000002, 1000003, 1000005)
)
write_reference(
  c(lapply(samples, one_sample, level = 0.95), lapply(samples, one_sample, level = 0.9)),
  "means.csv"
)
