-- one row a question after which somebody broke off: how many, of those who answered it
with
last_answers as (
    select
        respondents.respondent,
        max(answers.question) as question,
    from respondents
    inner join answers using (respondent)
    inner join questions using (question)
    where
        not respondents.completed
        and answers.state in ('answered', 'missing', 'invalid')
        and questions.column_name is not null
    group by respondents.respondent
),

answered as (
    select
        question,
        count(*) as base,
    from answers
    where state in ('answered', 'missing', 'invalid')
    group by question
)

select
    questions.variable,
    -- the options of a question with ticks are answered together
    case when questions.type = 'multiple' then '' else questions.item end as item,
    count(*) as flagged,
    answered.base,
from last_answers
inner join questions using (question)
inner join answered using (question)
group by questions.question, questions.variable, questions.item, questions.type, answered.base
order by questions.question
