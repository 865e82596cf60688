-- one row a respondent and check that could be made: whether it flags the respondent
select
    'speeders' as "check",
    '' as variable,
    '' as item,
    respondent,
    flagged,
from speeders
union all
select
    'answers_alike' as "check",
    '' as variable,
    '' as item,
    respondent,
    flagged,
from answers_alike
union all
select
    'straight_liners' as "check",
    variable,
    '' as item,
    respondent,
    flagged,
from straight_liners
union all
select
    'contradictions' as "check",
    '' as variable,
    item,
    respondent,
    flagged,
from contradictions
