-- one row an accepted respondent and question that is handed on: all but open answers
select
    answers.respondent,
    answers.question,
    cast(answers.state as varchar) as state,
    answers.code,
    answers.value,
from answers
inner join questions using (question)
where questions.type <> 'text'
order by answers.question, answers.respondent
