-- one row a received row that a check leaves out: the first of the declared checks that does
-- A respondent is left out for straight-lining when every battery that was answered whole is.
with
declared as (
    select
        flags.respondent,
        leave_out.name,
        leave_out.place,
    from flags
    inner join leave_out
        on flags."check" = leave_out."check" and flags.item = leave_out.item
    group by flags.respondent, leave_out.name, leave_out.place
    having bool_and(flags.flagged)
)

select
    respondents."row",
    arg_min(declared.name, declared.place) as name,
from declared
inner join respondents using (respondent)
group by respondents."row"
