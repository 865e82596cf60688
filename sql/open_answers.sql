-- one row an open answer
with
accepted as (
    select
        respondents.respondent,
        raw.* exclude ("row"),
    from raw
    inner join respondents using ("row")
),

texts as (
    select *
    from accepted
    unpivot (text for column_name in (columns(* exclude (respondent))))
)

select
    texts.respondent,
    questions.variable,
    answers.state,
    texts.text,
from texts
inner join questions using (column_name)
inner join answers
    on texts.respondent = answers.respondent and questions.question = answers.question
where questions.type = 'text' and texts.text <> ''
order by questions.position, texts.respondent
