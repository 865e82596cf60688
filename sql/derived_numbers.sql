-- one row a respondent and derived number: how many items have a category, or the mean of scores
with
answered_items as (
    select
        counts.question,
        answers.respondent,
        cast(count(*) filter (where counts.counted) as decimal(18, 4)) as value,
    from counts
    inner join answers
        on counts.source = answers.question and counts.source_code = answers.code
    where answers.state in ('answered', 'missing')
    group by counts.question, answers.respondent
    union all by name
    select
        means.question,
        answers.respondent,
        cast(avg(means.score) as decimal(18, 4)) as value,
    from means
    inner join answers on means.source = answers.question and means.source_code = answers.code
    where answers.state = 'answered'
    group by means.question, answers.respondent
),

derived as (
    select question from counts
    union
    select question from means
)

select
    respondents.respondent,
    derived.question,
    cast(if(answered_items.value is null, 'blank', 'answered') as answer_state) as state,
    cast(null as smallint) as code,
    answered_items.value,
from respondents
cross join derived
left join answered_items using (respondent, question)
