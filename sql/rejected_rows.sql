-- one row a received row that is not accepted
with
split_rows as (
    select
        received."row",
        case
            when received.is_test then 'test answer'
            when received.answers = 0 then 'no question answered'
            when received.respondent_key is null then 'no respondent id'
            when left_out.name is not null then 'left out: ' || left_out.name
            else 'double submission'
        end as reason,
    from received
    left join left_out using ("row")
    anti join respondents using ("row")
)

select
    "row",
    cast(null as varchar) as column_name,
    cast(null as varchar) as value,
    'row' as kind,
    reason,
from split_rows
union all
select
    "row",
    null as column_name,
    null as value,
    'row' as kind,
    'broken row: ' || reason as reason,
from broken_rows
order by "row"
