-- one row a respondent: the last variable that he answered, and whether he got to the end
select
    coded_answers.respondent,
    max(questions.position) as position,
    any_value(respondents.completed) is true as completed,
from coded_answers
inner join questions using (question)
inner join respondents using (respondent)
where not coded_answers.says_nothing
group by coded_answers.respondent
