-- one row an accepted respondent and question that is handed on: the answer, or why there is none
-- Open answers are not handed on.
select
    answers.respondent,
    answers.question,
    coalesce(
        moved_codes.moved,
        answers.code,
        cast(answers.value as double),
        state_codes.state_code
    ) as number,
from answers
inner join questions using (question)
left join state_codes
    on
        answers.question = state_codes.question
        and cast(answers.state as varchar) = state_codes.state
left join moved_codes
    on
        answers.question = moved_codes.question
        and answers.code = moved_codes.code
where questions.type <> 'text'
order by answers.question, answers.respondent
