-- one row a calibration cell and margin: the category that its respondents share
select distinct
    calibration_cells.calibration_cell,
    calibration_margins.margin,
    answers.code,
from calibration_cells
inner join answers using (respondent)
inner join calibration_margins using (question)
where answers.state = 'answered'
order by all
