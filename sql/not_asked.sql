-- one row a respondent and variable that routing kept from him
with
rules as (
    select
        variable,
        count(distinct rule) as rules,
    from routing
    group by variable
),

satisfied as (
    select
        coded_answers.respondent,
        routing.variable,
        count(distinct routing.rule) as rules,
    from routing
    inner join coded_answers
        on
            routing.source_question = coded_answers.question
            and routing.code = coded_answers.code
    group by coded_answers.respondent, routing.variable
)

select
    respondents.respondent,
    rules.variable,
from respondents
cross join rules
left join satisfied
    on
        respondents.respondent = satisfied.respondent
        and rules.variable = satisfied.variable
where coalesce(satisfied.rules, 0) < rules.rules
