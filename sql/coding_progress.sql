-- one row a variable of themes: how many answers there are, and how many of them are coded
with
first_themes as (
    select
        questions.variable,
        min(themes.question) as question,
        any_value(themes.source) as source,
    from themes
    inner join questions using (question)
    group by questions.variable
)

select
    first_themes.variable,
    count(*) as answers,
    count(*) filter (where coded.state = 'answered') as coded,
from first_themes
inner join answers as given on first_themes.source = given.question
inner join answers as coded
    on first_themes.question = coded.question and given.respondent = coded.respondent
where given.state = 'answered'
group by first_themes.variable
order by first_themes.variable
