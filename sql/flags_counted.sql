-- one row a check, and battery or rule of it: how many respondents it flags, of how many
with
variables as (
    select
        variable,
        min(position) as position,
    from questions
    group by variable
)

select
    flags."check",
    flags.variable,
    flags.item,
    count(*) filter (where flags.flagged) as flagged,
    count(*) as base,
from flags
left join variables using (variable)
group by flags."check", flags.variable, flags.item, variables.position
order by flags."check", variables.position, flags.item
