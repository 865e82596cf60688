-- one row if times are known: who answered as another did within ten minutes, of how many
-- Ten answers or more must be given, and all be the same.
with
answer_sets as (
    select
        response_times.respondent,
        response_times.finished_at,
        list((answers.question, answers.code, answers.value) order by answers.question) as given,
    from response_times
    inner join answers using (respondent)
    where answers.state = 'answered'
    group by response_times.respondent, response_times.finished_at
    having count(*) >= 10
),

alike as (
    select distinct one.respondent
    from answer_sets as one
    inner join answer_sets as other
        on
            one.given = other.given
            and one.respondent <> other.respondent
            and abs(epoch(one.finished_at) - epoch(other.finished_at)) <= 600
)

select
    '' as variable,
    '' as item,
    (select count(*) from alike) as flagged,
    count(*) as base,
from answer_sets
having count(*) > 0
