-- one row a respondent and recode: the group of its source's answer
with
sources as (
    select
        question,
        source,
    from recodes
    union
    select
        question,
        source,
    from recode_ranges
)

select
    answers.respondent,
    sources.question,
    case
        when answers.state not in ('answered', 'missing') then answers.state
        when coalesce(recodes.code, recode_ranges.code) is null then cast('missing' as answer_state)
        else cast('answered' as answer_state)
    end as state,
    coalesce(recodes.code, recode_ranges.code) as code,
    cast(null as decimal(18, 4)) as value,
from sources
inner join answers on sources.source = answers.question
left join recodes
    on sources.question = recodes.question and answers.code = recodes.source_code
left join recode_ranges
    on
        sources.question = recode_ranges.question
        and answers.value >= coalesce(recode_ranges.low, answers.value)
        and answers.value <= coalesce(recode_ranges.high, answers.value)
