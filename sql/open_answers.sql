-- one row an open answer
with
-- the respondent takes the place of the row: a question may be called "respondent"
accepted as (
    select texts_received.* replace (respondents.respondent as "row"),
    from texts_received
    inner join respondents using ("row")
),

texts as (
    select *
    from accepted
    unpivot (text for column_name in (columns(* exclude ("row"))))
)

select
    texts."row" as respondent,
    questions.variable,
    answers.state,
    texts.text,
from texts
inner join questions using (column_name)
inner join answers
    on texts."row" = answers.respondent and questions.question = answers.question
where questions.type = 'text' and texts.text <> ''
order by questions.position, texts."row"
