-- one row an accepted respondent and question (variable and item), with its state
with
-- whether more than the answer itself decides on the state, as routing and other ticks do
kinds as (
    select
        question,
        type,
        position,
        type = 'multiple' or position in (select position from not_asked) as is_dependent,
    from questions
),

independent as (
    select
        coded_answers.respondent,
        coded_answers.question,
        case
            when coded_answers.missing then cast('missing' as answer_state)
            when
                kinds.type <> 'text'
                and coded_answers.code is null
                and coded_answers.value is null
                then cast('invalid' as answer_state)
            else cast('answered' as answer_state)
        end as state,
        coded_answers.code,
        coded_answers.value,
    from coded_answers
    inner join kinds using (question)
    where not coded_answers.blank and not kinds.is_dependent
),

facts as (
    select
        coded_answers.*,
        kinds.type,
        kinds.position > last_positions.position and not last_positions.completed as after_the_end,
        not_asked.position is not null as is_not_asked,
        tick_counts.filled is not null as is_filled,
        coalesce(tick_counts.ticks, 0) > 0 as has_ticks,
        coalesce(tick_counts.too_many, false) as has_too_many,
    from coded_answers
    inner join kinds using (question)
    inner join last_positions using (respondent)
    left join not_asked
        on
            coded_answers.respondent = not_asked.respondent
            and kinds.position = not_asked.position
    left join tick_counts
        on
            coded_answers.respondent = tick_counts.respondent
            and kinds.position = tick_counts.position
    where coded_answers.blank or kinds.is_dependent
),

dependent as (
    select
        respondent,
        question,
        case
            when is_not_asked and says_nothing then cast('not_asked' as answer_state)
            when is_not_asked then cast('invalid' as answer_state)
            when type = 'multiple' and has_too_many then cast('invalid' as answer_state)
            when type = 'multiple' and after_the_end and not has_ticks
                then cast('not_reached' as answer_state)
            when type = 'multiple' and blank and is_filled then cast('answered' as answer_state)
            when blank and after_the_end then cast('not_reached' as answer_state)
            when blank then cast('blank' as answer_state)
            when missing then cast('missing' as answer_state)
            when type = 'text' or code is not null or value is not null
                then cast('answered' as answer_state)
            else cast('invalid' as answer_state)
        end as state,
        case when type = 'multiple' and blank then 0 else code end as code,
        value,
    from facts
),

states as (
    select * from independent
    union all
    select * from dependent
)

select
    respondent,
    question,
    state,
    cast(case when state in ('answered', 'missing') then code end as smallint) as code,
    case when state = 'answered' then value end as value,
from states
