-- one row a respondent and cross of two variables
with
sources as (
    select distinct
        question,
        "first",
        "second",
    from crosses
)

select
    first_answers.respondent,
    sources.question,
    case
        when crosses.code is not null then cast('answered' as answer_state)
        when first_answers.state not in ('answered', 'missing') then first_answers.state
        when second_answers.state not in ('answered', 'missing') then second_answers.state
        else cast('missing' as answer_state)
    end as state,
    crosses.code,
    cast(null as decimal(18, 4)) as value,
from sources
inner join answers as first_answers on sources."first" = first_answers.question
inner join answers as second_answers
    on
        sources."second" = second_answers.question
        and first_answers.respondent = second_answers.respondent
left join crosses
    on
        sources.question = crosses.question
        and first_answers.code = crosses.first_code
        and second_answers.code = crosses.second_code
