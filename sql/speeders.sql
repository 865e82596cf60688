-- one row a respondent whose time is known: whether it is under a third of the median
with
middle as (
    select median(seconds) as seconds
    from response_times
)

select
    response_times.respondent,
    response_times.seconds < middle.seconds / 3 as flagged,
from response_times
cross join middle
