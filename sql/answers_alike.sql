-- one row if times are known: who answered as another did within ten minutes, of how many
-- Ten answers or more must be given, and all be the same. What was derived from answers, and
-- options that were not ticked, are no answers that somebody gave.
with
answer_sets as (
    select
        response_times.respondent,
        response_times.finished_at,
        list((answers.question, answers.code, answers.value) order by answers.question) as given,
    from response_times
    inner join answers using (respondent)
    inner join questions using (question)
    where answers.state = 'answered' and questions.column_name is not null
    group by response_times.respondent, response_times.finished_at
    having count(*) filter (where questions.type <> 'multiple' or answers.code <> 0) >= 10
),

-- The nearest in time of the same answers tell; all pairs would be too many in a large wave.
by_time as (
    select
        respondent,
        finished_at,
        lag(finished_at) over (partition by given order by finished_at) as before,
        lead(finished_at) over (partition by given order by finished_at) as after,
    from answer_sets
),

alike as (
    select respondent
    from by_time
    where
        epoch(finished_at) - epoch(before) <= 600
        or epoch(after) - epoch(finished_at) <= 600
)

select
    '' as variable,
    '' as item,
    (select count(*) from alike) as flagged,
    count(*) as base,
from answer_sets
having count(*) > 0
