# Kappa of two coders by R's survey package -> agreement.csv, and the codes -> agreement_sample.csv.
# Run in this folder: Rscript agreement.R
# Kappa is a function of means of 0 and 1: svycontrast linearises it by itself. Its variance has
# n - 1 in the denominator, that of Fleiss, Cohen and Everitt has n.
suppressMessages(library(survey))
set.seed(20200611)
n <- 75
themes <- 4
chance <- c(0.35, 0.2, 0.1, 0.05)
mistake <- c(0.05, 0.2, 0.08, 0.02)
first <- sapply(chance, function(share) as.integer(runif(n) < share))
second <- sapply(1:themes, function(k) as.integer(xor(first[, k], runif(n) < mistake[k])))
colnames(first) <- paste0("first", 1:themes)
colnames(second) <- paste0("second", 1:themes)
codes <- data.frame(first, second)
write.csv(codes, "agreement_sample.csv", row.names = FALSE)
for (k in 1:themes) codes[[paste0("differ", k)]] <- as.integer(first[, k] != second[, k])
design <- svydesign(ids = ~1, weights = ~1, data = codes)
means <- svymean(as.formula(paste("~", paste(names(codes), collapse = "+"))), design)
kappa <- function(of) {
  d <- paste0("(", paste0("differ", of, collapse = "+"), ")")
  e <- paste0("first", of, "*(1-second", of, ")+second", of, "*(1-first", of, ")", collapse = "+")
  svycontrast(means, parse(text = paste0("1-", d, "/(", e, ")"))[[1]])
}
rows <- lapply(list("1", "2", "3", "4", 1:themes, c(1, 3)), function(of) {
  found <- kappa(as.integer(of))
  data.frame(
    themes = paste(of, collapse = " "),
    kappa = sprintf("%.17g", coef(found)[[1]]),
    error = sprintf("%.17g", SE(found)[[1]])
  )
})
write.csv(do.call(rbind, rows), "agreement.csv", row.names = FALSE, quote = FALSE)
