-- one row a calibration margin that some respondents did not answer
select
    questions.variable,
    min(respondents."row") as first_row,
    count(*) as respondents,
from answers
inner join respondents using (respondent)
inner join questions using (question)
where
    answers.state <> 'answered'
    and answers.question in (select question from calibration_margins)
group by questions.variable
order by questions.variable
