-- one row a category of the frame or of a calibration margin and unit of the sample
-- Its units in the population, and its respondents in a stratum, cluster and calibration cell with
-- the sums of their weights. A category of nobody has one row, without a unit.
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
        respondents.stratum,
        respondents.cluster,
        calibration_cells.calibration_cell,
        count(*) as n,
        sum(respondents.weight) as sum_w,
        sum(respondents.weight * respondents.weight) as sum_w2,
    from answers
    inner join questions using (question)
    inner join respondents using (respondent)
    inner join calibration_cells using (respondent)
    where answers.state = 'answered' and questions.variable in (select variable from margins)
    group by all
)

select
    margins.variable,
    categories.category,
    margins.units,
    counted.stratum,
    counted.cluster,
    counted.calibration_cell,
    coalesce(counted.n, 0) as n,
    coalesce(counted.sum_w, 0) as sum_w,
    coalesce(counted.sum_w2, 0) as sum_w2,
from margins
inner join categories using (variable, code)
left join counted using (variable, code)
order by
    margins.variable,
    margins.code,
    counted.stratum,
    counted.cluster,
    counted.calibration_cell
