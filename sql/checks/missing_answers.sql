-- one row a question that has not exactly one answer row for each respondent
select
    questions.variable,
    questions.item,
    count(answers.respondent) as answers,
    (select count(*) from respondents) as respondents,
from questions
left join answers using (question)
group by questions.variable, questions.item
having count(answers.respondent) <> (select count(*) from respondents)
