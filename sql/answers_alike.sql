-- one row a respondent with ten answers or more and known times: whether all answers are as those
-- of another who finished at most ten minutes earlier
-- What was derived from answers, and options that were not ticked, are no answers that somebody
-- gave.
with
given_answers as (
    select
        answers.respondent,
        answers.question,
        answers.code,
        answers.value,
        questions.type,
        response_times.finished_at,
    from response_times
    inner join answers using (respondent)
    inner join questions using (question)
    where answers.state = 'answered' and questions.column_name is not null
),

-- Sums of hashes are counted first: lists of all answers would be slow in a large wave.
fingerprints as (
    select
        respondent,
        sum(hash(question, code, value)) as fingerprint,
    from given_answers
    group by respondent
    having count(*) filter (where type <> 'multiple' or code <> 0) >= 10
),

suspects as (
    select respondent
    from fingerprints
    qualify count(*) over (partition by fingerprint) > 1
),

answer_sets as (
    select
        respondent,
        finished_at,
        list((question, code, value) order by question) as given,
    from given_answers
    inner join suspects using (respondent)
    group by respondent, finished_at
),

-- The nearest in time of the same answers tells; all pairs would be too many in a large wave.
by_time as (
    select
        respondent,
        finished_at,
        lag(finished_at) over (partition by given order by finished_at, respondent) as before,
    from answer_sets
)

select
    fingerprints.respondent,
    coalesce(epoch(by_time.finished_at) - epoch(by_time.before) <= 600, false) as flagged,
from fingerprints
left join by_time using (respondent)
