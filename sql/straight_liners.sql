-- one row a battery of four items or more: who gave each of them the same answer, of how many
with
batteries as (
    select
        variable,
        count(*) as items,
        min(question) as question,
    from questions
    where type = 'battery'
    group by variable
    having count(*) >= 4
),

by_respondent as (
    select
        answers.respondent,
        questions.variable,
        count(*) as items,
        min(answers.code) = max(answers.code) as is_straight,
    from answers
    inner join questions using (question)
    where answers.state in ('answered', 'missing')
    group by answers.respondent, questions.variable
)

select
    batteries.variable,
    '' as item,
    count(*) filter (where by_respondent.is_straight) as flagged,
    count(*) as base,
from by_respondent
inner join batteries using (variable, items)
group by batteries.variable, batteries.question
order by batteries.question
