-- one row a table (place) and respondent of both waves who belongs to it, with his answer
select
    panel_tables.place,
    respondents.pseudonym,
    profile_groups.group_code,
    answers.state,
    answers.code,
    answers.value,
    profile_groups.calibration_cell,
    respondents.weight,
from panel_tables
inner join answers using (question)
inner join respondents using (respondent)
inner join panel using (pseudonym)
inner join respondent_profiles using (respondent)
inner join profile_groups
    on
        respondent_profiles.profile = profile_groups.profile
        and panel_tables.filter = profile_groups.filter
        and panel_tables.group_question = profile_groups.group_question
