-- one row a stratum, cluster and calibration cell: respondents and the sums of their weights
select
    respondents.stratum,
    respondents.cluster,
    calibration_cells.calibration_cell,
    any_value(respondents.stratum_label) as stratum_label,
    any_value(stratum_sizes.units) as population,
    count(*) as n,
    sum(respondents.weight) as sum_w,
    sum(respondents.weight * respondents.weight) as sum_w2,
from respondents
inner join calibration_cells using (respondent)
left join stratum_sizes using (stratum_label)
group by respondents.stratum, respondents.cluster, calibration_cells.calibration_cell
order by all
