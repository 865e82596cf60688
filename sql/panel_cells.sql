-- one row a table (place), and group, answer and calibration cell in the earlier and the later wave
select
    earlier_answers.place,
    earlier_answers.group_code,
    earlier_answers.state,
    earlier_answers.code,
    earlier_answers.value,
    earlier_answers.calibration_cell,
    later_answers.group_code as later_group_code,
    later_answers.state as later_state,
    later_answers.code as later_code,
    later_answers.value as later_value,
    later_answers.calibration_cell as later_calibration_cell,
    count(*) as n,
    sum(earlier_answers.weight * later_answers.weight) as sum_ww,
from earlier_answers
inner join later_answers using (place, pseudonym)
group by all
order by all
