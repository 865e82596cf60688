-- one row a respondent and rule, all its questions answered: whether all its conditions hold
with
rules as (
    select
        contradiction,
        count(distinct rule) as conditions,
    from contradiction_rules
    group by contradiction
),

conditions as (
    select
        contradiction_rules.contradiction,
        contradiction_rules.rule,
        answers.respondent,
        bool_or(answers.code = contradiction_rules.code) as holds,
    from answers
    inner join contradiction_rules using (question)
    where answers.state in ('answered', 'missing')
    group by contradiction_rules.contradiction, contradiction_rules.rule, answers.respondent
)

select
    conditions.respondent,
    conditions.contradiction as item,
    bool_and(conditions.holds) as flagged,
from conditions
inner join rules using (contradiction)
group by conditions.respondent, conditions.contradiction, rules.conditions
having count(*) = rules.conditions
