-- one row a respondent: the last variable that he answered, and whether he got to the end
with
last_questions as (
    select
        respondent,
        max(question) as question,
    from coded_answers
    where not says_nothing
    group by respondent
)

select
    last_questions.respondent,
    questions.position,
    coalesce(respondents.completed, false) as completed,
from last_questions
inner join questions using (question)
inner join respondents using (respondent)
