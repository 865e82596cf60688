-- one row a respondent: the number of his combination of categories in the calibration margins
with
combinations as (
    select
        respondents.respondent,
        list(answers.code order by answers.question) filter (where answers.code is not null)
            as codes,
    from respondents
    left join answers
        on
            respondents.respondent = answers.respondent
            and answers.state = 'answered'
            and answers.question in (select question from calibration_margins)
    group by respondents.respondent
)

select
    respondent,
    cast(dense_rank() over (order by codes) - 1 as uinteger) as calibration_cell,
from combinations
