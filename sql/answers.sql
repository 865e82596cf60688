-- one row an accepted respondent and question (variable and item), with its state
with
facts as (
    select
        coded_answers.*,
        questions.type,
        questions.position > last_positions.position and not last_positions.completed
            as after_the_end,
        not_asked.variable is not null as is_not_asked,
        tick_counts.filled is not null as is_filled,
        coalesce(tick_counts.ticks, 0) > 0 as has_ticks,
        coalesce(tick_counts.too_many, false) as has_too_many,
    from coded_answers
    inner join questions using (question)
    inner join last_positions using (respondent)
    left join not_asked
        on
            coded_answers.respondent = not_asked.respondent
            and questions.variable = not_asked.variable
    left join tick_counts
        on
            coded_answers.respondent = tick_counts.respondent
            and questions.variable = tick_counts.variable
),

states as (
    select
        respondent,
        question,
        value,
        case when type = 'multiple' and blank then 0 else code end as code,
        case
            when is_not_asked and says_nothing then 'not_asked'
            when is_not_asked then 'invalid'
            when type = 'multiple' and has_too_many then 'invalid'
            when type = 'multiple' and after_the_end and not has_ticks then 'not_reached'
            when type = 'multiple' and blank and is_filled then 'answered'
            when blank and after_the_end then 'not_reached'
            when blank then 'blank'
            when missing then 'missing'
            when type = 'text' or code is not null or value is not null then 'answered'
            else 'invalid'
        end as state,
    from facts
)

select
    respondent,
    question,
    cast(state as answer_state) as state,
    case when state in ('answered', 'missing') then code end as code,
    case when state = 'answered' then value end as value,
from states
