-- one row a respondent and battery of four items or more, all answered: whether all alike
with
batteries as (
    select
        variable,
        count(*) as items,
    from questions
    where type = 'battery'
    group by variable
    having count(*) >= 4
)

select
    answers.respondent,
    questions.variable,
    min(answers.code) = max(answers.code) as flagged,
from answers
inner join questions using (question)
inner join batteries using (variable)
where answers.state in ('answered', 'missing')
group by answers.respondent, questions.variable, batteries.items
having count(*) = batteries.items
