-- one row a respondent and multiple-response question, by its position, that he was shown or ticked
select
    coded_answers.respondent,
    questions.position,
    count(*) filter (where not coded_answers.blank) as filled,
    count(*) filter (where coded_answers.code = 1) as ticks,
    count(*) filter (where coded_answers.code = 1) > any_value(questions.maximum) as too_many,
from coded_answers
inner join questions using (question)
where questions.type = 'multiple' and not coded_answers.blank
group by coded_answers.respondent, questions.position
