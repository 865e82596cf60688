-- one row a kind and reason of rejection
with
rejects as (
    select * from rejected_rows
    union all by name
    select * from rejected_values
)

select
    kind,
    regexp_replace(reason, ':.*', '') as reason,
    count(*) as rejects,
    count(distinct "row") as "rows",
from rejects
group by all
order by all
