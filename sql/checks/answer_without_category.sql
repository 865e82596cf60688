-- one row a code that no category of the variable has
with
codes as (
    select
        question,
        code,
        count(*) as answers,
    from answers
    where code is not null
    group by question, code
)

select
    questions.variable,
    codes.code,
    cast(sum(codes.answers) as bigint) as answers,
from codes
inner join questions using (question)
anti join categories on questions.variable = categories.variable and codes.code = categories.code
group by questions.variable, codes.code
