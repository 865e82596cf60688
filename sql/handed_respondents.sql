-- one row an accepted respondent as handed on: the pseudonym and what the design says
select
    respondents.respondent,
    respondents.pseudonym,
    respondents.completed,
    respondents.stratum,
    respondents.stratum_label,
    respondents.cluster,
    calibration_cells.calibration_cell,
    respondents.weight,
from respondents
inner join calibration_cells using (respondent)
order by respondents.respondent
