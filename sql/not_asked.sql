-- one row a respondent and variable that routing kept from him
-- A rule fails by an answer to its source, or by none; not by a source that was never reached.
with
rules as (
    select distinct
        routing.variable,
        routing.rule,
        routing.source_question,
        questions.position as source_position,
    from routing
    inner join questions on routing.source_question = questions.question
),

failed as (
    select
        coded_answers.respondent,
        rules.variable,
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
    variable,
from failed
