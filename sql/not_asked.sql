-- one row a respondent and variable, by its position, that routing kept from him
-- A rule fails by an answer to its source, or by none; not by a source that was never reached.
with
rules as (
    select distinct
        routing.variable,
        routing.rule,
        routing.source_question,
        variables.position,
        sources.position as source_position,
    from routing
    inner join questions as variables using (variable)
    inner join questions as sources on routing.source_question = sources.question
),

failed as (
    select
        coded_answers.respondent,
        rules.position,
    from rules
    inner join coded_answers on rules.source_question = coded_answers.question
    inner join last_positions using (respondent)
    anti join routing
        on
            rules.variable = routing.variable
            and rules.rule = routing.rule
            and coded_answers.code = routing.code
    where last_positions.completed or rules.source_position <= last_positions.position
)

select distinct
    respondent,
    position,
from failed
