-- one row a filter of the plan and respondent that passes it
with
satisfied as (
    select
        filter_rules.filter,
        answers.respondent,
        count(distinct filter_rules.rule) as rules,
    from filter_rules
    inner join answers
        on filter_rules.question = answers.question and filter_rules.code = answers.code
    group by filter_rules.filter, answers.respondent
),

rules as (
    select
        filter,
        count(distinct rule) as rules,
    from filter_rules
    group by filter
)

select
    satisfied.filter,
    satisfied.respondent,
from satisfied
inner join rules using (filter, rules)
