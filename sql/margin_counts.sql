-- one row a category of the frame or of a calibration margin: units in the population, respondents
with
margins as (
    select
        questions.variable,
        calibration_margins.code,
        calibration_margins.units,
    from calibration_margins
    inner join questions using (question)
    union
    select
        frame.variable,
        categories.code,
        cast(frame.units as double) as units,
    from frame
    inner join categories using (variable, category)
    where frame.variable not in (
        select questions.variable
        from calibration_margins
        inner join questions using (question)
    )
),

counted as (
    select
        questions.variable,
        answers.code,
        count(*) as respondents,
    from answers
    inner join questions using (question)
    where answers.state = 'answered'
    group by questions.variable, answers.code
)

select
    margins.variable,
    categories.category,
    margins.units,
    coalesce(counted.respondents, 0) as respondents,
from margins
inner join categories using (variable, code)
left join counted using (variable, code)
order by margins.variable, margins.code
