-- one row a question as asked: what became of it
select
    questions.position,
    questions.variable,
    questions.item,
    count(*) filter (where answers.state = 'answered') as answered,
    count(*) filter (where answers.state = 'missing') as missing,
    count(*) filter (where answers.state = 'blank') as blank,
    count(*) filter (where answers.state = 'not_asked') as not_asked,
    count(*) filter (where answers.state = 'not_reached') as not_reached,
    count(*) filter (where answers.state = 'invalid') as invalid,
from answers
inner join questions using (question)
where questions.column_name is not null
group by questions.position, questions.question, questions.variable, questions.item
order by questions.question
