-- one row a column and reason: values rejected for it, of how many answers, and the first row
with
answers_by_question as (
    select
        question,
        count(*) as answers,
    from answers
    where state in ('answered', 'missing', 'invalid')
    group by question
),

answered as (
    select
        questions.column_name,
        answers_by_question.answers,
    from answers_by_question
    inner join questions using (question)
    where questions.column_name is not null
)

select
    rejected_values.column_name,
    questions.variable,
    rejected_values.reason,
    count(*) as rejected,
    answered.answers,
    min(rejected_values."row") as first_row,
from rejected_values
inner join questions using (column_name)
inner join answered using (column_name)
group by all
order by first_row, rejected_values.column_name, rejected_values.reason
