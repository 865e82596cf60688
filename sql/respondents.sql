-- one row an accepted respondent
-- Of double submissions the last complete one stays, or the last one when none is complete.
-- Where a check leaves that one out, no other takes its place.
with
real_submissions as (
    select *
    from received
    where not is_test and answers > 0 and respondent_key is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by respondent_key
            order by coalesce(completed, false) desc, "row" desc
        ) as rank_of_submission,
    from real_submissions
)

select
    cast(row_number() over (order by "row") as uinteger) as respondent,
    "row",
    respondent_key as pseudonym,
    cast(dense_rank() over (order by stratum_label) - 1 as uinteger) as stratum,
    cast(dense_rank() over (order by stratum_label, cluster_label) - 1 as uinteger) as cluster,
    try_cast(weight as decimal(12, 6)) as weight,
    stratum_label,
    cluster_label,
    completed,
    started,
    finished,
from ranked
anti join left_out using ("row")
where rank_of_submission = 1
order by "row"
