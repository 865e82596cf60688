-- one row a question, group, filter, design stratum, cluster, calibration cell, state and code
with
members as (
    select
        respondent,
        filter,
        stratum,
        cluster,
        calibration_cell,
        weight,
    from respondents
    inner join filter_members using (respondent)
    union all by name
    select
        respondent,
        0 as filter,
        stratum,
        cluster,
        calibration_cell,
        weight,
    from respondents
),

grouped_members as (
    select
        members.*,
        answers.question as group_question,
        answers.code as group_code,
    from members
    inner join answers using (respondent)
    where
        answers.state = 'answered'
        and answers.question in (select group_question from wanted)
    union all by name
    select
        members.*,
        0 as group_question,
        0 as group_code,
    from members
),

sums as (
    select
        answers.question,
        grouped_members.filter,
        grouped_members.group_question,
        grouped_members.group_code,
        grouped_members.stratum,
        grouped_members.cluster,
        grouped_members.calibration_cell,
        answers.state,
        answers.code,
        count(*) as n,
        sum(grouped_members.weight) as sum_w,
        sum(grouped_members.weight * grouped_members.weight) as sum_w2,
        sum(answers.value) as sum_x,
        sum(answers.value * answers.value) as sum_x2,
    from answers
    inner join grouped_members using (respondent)
    inner join wanted
        on
            answers.question = wanted.question
            and grouped_members.group_question = wanted.group_question
            and grouped_members.filter = wanted.filter
    group by all
)

select *
from sums
order by all
