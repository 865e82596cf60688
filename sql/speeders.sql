-- one row if times are known: who answered in under a third of the median time, of how many
with
middle as (
    select median(seconds) as seconds
    from response_times
)

select
    '' as variable,
    '' as item,
    count(*) filter (where response_times.seconds < middle.seconds / 3) as flagged,
    count(*) as base,
from response_times
cross join middle
having count(*) > 0
