# Rscript survey.R answers.csv results.csv: shares by sector with standard errors, and Rao and
# Scott's test, of each question after the first three columns, by R's survey package. Prints the
# seconds without reading and without declaring the design.
suppressMessages(library(survey))
options(digits = 15)
arguments <- commandArgs(TRUE)
answers <- read.csv(arguments[1])
answers$sector <- factor(answers$sector)
questions <- names(answers)[-(1:3)]
for (name in questions) answers[[name]] <- factor(answers[[name]])
design <- svydesign(~1, strata = ~stratum, weights = ~weight, data = answers)
estimated <- function(question) {
  # Of all respondents svychisq() would count the degrees of freedom, also of those without answer.
  of_table <- design[!is.na(answers$sector) & !is.na(answers[[question]]), ]
  shares <- svyby(reformulate(question), ~sector, of_table, svymean)
  tested <- svychisq(reformulate(c(question, "sector")), of_table)
  rows <- expand.grid(
    sector = as.integer(as.character(shares$sector)),
    category = as.integer(levels(answers[[question]]))
  )
  rbind(
    data.frame(question, rows, measure = "share", value = as.vector(coef(shares))),
    data.frame(question, rows, measure = "std_error", value = as.vector(as.matrix(SE(shares)))),
    data.frame(question, sector = 0, category = 0, measure = "statistic",
               value = unname(tested$statistic)),
    data.frame(question, sector = 0, category = 0, measure = "p_value",
               value = unname(tested$p.value))
  )
}
begun <- proc.time()[["elapsed"]]
found <- lapply(questions, estimated)
seconds <- proc.time()[["elapsed"]] - begun
write.csv(do.call(rbind, found), arguments[2], row.names = FALSE, quote = FALSE)
cat(seconds, "\n")
