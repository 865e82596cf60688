-- one row a respondent and variable of themes: the coding of his answer that counts
select
    respondents.respondent,
    codings.variable,
    arg_min(codings.coding, codings.coder_rank) as coding,
from codings
inner join respondents using ("row")
group by respondents.respondent, codings.variable
