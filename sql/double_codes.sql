-- one row a variable of themes, two of its coders, and what each of them saw in the same answers
with
codings_of_coders as (
    select
        respondents.respondent,
        codings.variable,
        codings.coder,
        codings.coder_rank,
        coalesce(
            string_agg(questions.item, ' ' order by questions.question),
            ''
        ) as themes,
    from codings
    inner join respondents using ("row")
    left join coded_themes using (coding)
    left join questions on coded_themes.question = questions.question
    where codings.coder_rank > 0
    group by all
)

select
    first_codings.variable,
    first_codings.coder as first_coder,
    second_codings.coder as second_coder,
    first_codings.themes as first_themes,
    second_codings.themes as second_themes,
    count(*) as n,
from codings_of_coders as first_codings
inner join codings_of_coders as second_codings
    on
        first_codings.respondent = second_codings.respondent
        and first_codings.variable = second_codings.variable
        and first_codings.coder_rank < second_codings.coder_rank
group by all
order by all
