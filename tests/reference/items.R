# Sourced by association.R and wave.R. Association of a group with a multiple-response question. Each item by group is a two-way
# table, tested by svychisq(); their statistics are added, and the eigenvalues come from the joint
# covariance of all tables (the algebra of svychisq() with the tables' contrasts side by side).
multiple <- function(design, items) {
  v <- design$variables
  groups <- sort(unique(v$group[weights(design, "sampling") > 0]))
  cells <- do.call(cbind, lapply(items, function(item)
    sapply(0:1, function(tick) sapply(groups, function(g) as.numeric(v$group == g & v[[item]] == tick)),
           simplify = FALSE) |> do.call(what = cbind)))
  cells[is.na(cells)] <- 0
  p <- svymean(cells, design)
  V <- vcov(p); p <- coef(p)
  grid <- expand.grid(g = factor(groups), tick = factor(0:1))
  C <- qr.resid(qr(model.matrix(~g + tick, grid)), model.matrix(~g * tick, grid)[, -(1:(length(groups) + 1)), drop = FALSE])
  J <- length(items); k <- length(groups) * 2; m <- ncol(C); N <- sum(weights(design, "sampling") > 0)
  D <- matrix(0, J * k, J * m); B <- matrix(0, J * m, J * m); X2 <- 0
  for (j in 1:J) {
    here <- (j - 1) * k + 1:k; there <- (j - 1) * m + 1:m
    inverse <- ifelse(p[here] == 0, 0, 1 / p[here])
    D[here, there] <- inverse * C
    B[there, there] <- t(C) %*% (inverse / N * C)
    observed <- matrix(p[here], ncol = 2)
    expected <- outer(rowSums(observed), colSums(observed))
    X2 <- X2 + N * sum((observed - expected)^2 / expected)
  }
  Delta <- solve(B, t(D) %*% V %*% D)
  d0 <- sum(diag(Delta))^2 / sum(diag(Delta %*% Delta))
  nu <- length(unique(design$cluster[, 1])) - length(unique(design$strata[, 1]))
  F <- X2 / sum(diag(Delta))
  c(statistic = F, df1 = d0, df2 = d0 * nu, p_value = pf(F, d0, d0 * nu, lower.tail = FALSE))
}
