-- one row an answer that a person released, and theme of it, in the order of the themes
select
    codings.variable,
    codings.coding,
    coded_themes.place,
    questions.item as theme,
    open_answers.text,
from counted_codings
inner join respondents using (respondent)
inner join codings using (coding, "row")
inner join coded_themes using (coding)
inner join themes using (question)
inner join questions using (question)
inner join questions as sources on themes.source = sources.question
inner join open_answers
    on
        counted_codings.respondent = open_answers.respondent
        and sources.variable = open_answers.variable
where codings.released and open_answers.state = 'answered'
order by themes.question, codings.coding, coded_themes.place
