-- one row if received rows are not accepted and rejected rows together
with
totals as (
    select
        (select count(*) from received) + (select count(*) from broken_rows) as received,
        (select count(*) from respondents) as accepted,
        (select count(*) from rejected_rows) as rejected,
)

select *
from totals
where received <> accepted + rejected
