-- one row a value of an accepted respondent that does not count
with
invalid as (
    select
        respondents."row",
        respondents.respondent,
        questions.*,
    from answers
    inner join respondents using (respondent)
    inner join questions using (question)
    where answers.state = 'invalid' and questions.column_name is not null
),

-- what remains of several answers in one cell belongs to the column, and to none of its options
remaining as (
    select
        failed_values."row",
        failed_values.column_name,
        failed_values.value,
        failed_values.reason,
    from failed_values
    inner join respondents using ("row")
    anti join questions using (column_name)
),

rejected as (
    select
        invalid."row",
        invalid.position,
        invalid.column_name,
        failed_values.value,
        case
            when failed_values.reason is not null then failed_values.reason
            when not_asked.position is not null then 'answer to a question that was not asked'
            when tick_counts.too_many then 'more ticks than allowed'
            else 'unreadable value'
        end as reason,
    from invalid
    left join failed_values
        on invalid."row" = failed_values."row" and invalid.column_name = failed_values.column_name
    left join not_asked
        on invalid.respondent = not_asked.respondent and invalid.position = not_asked.position
    left join tick_counts
        on invalid.respondent = tick_counts.respondent and invalid.position = tick_counts.position
    union all by name
    select * from remaining
)

select
    "row",
    column_name,
    value,
    'value' as kind,
    reason,
from rejected
order by "row", position nulls last, column_name
