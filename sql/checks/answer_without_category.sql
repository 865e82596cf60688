-- one row a code that no category of the variable has
select
    questions.variable,
    answers.code,
    count(*) as answers,
from answers
inner join questions using (question)
anti join categories on questions.variable = categories.variable and answers.code = categories.code
where answers.code is not null
group by questions.variable, answers.code
