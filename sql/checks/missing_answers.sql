-- one row a question that has not exactly one answer row for each respondent
with
answers_by_question as (
    select
        question,
        count(*) as answers,
    from answers
    group by question
)

select
    questions.variable,
    questions.item,
    coalesce(answers_by_question.answers, 0) as answers,
    (select count(*) from respondents) as respondents,
from questions
left join answers_by_question using (question)
where coalesce(answers_by_question.answers, 0) <> (select count(*) from respondents)
