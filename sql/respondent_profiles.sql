-- one row a respondent, with the profile that he shares with all who count in the same cells
-- A profile is a stratum, cluster and calibration cell, the filters passed and the groups belonged
-- to. Profiles are few, so the answers are counted once, by profile, and not once a filter and
-- group; 0 is the filter that all pass and the group variable of everyone.
with
passed as (
    select
        respondent,
        list(filter order by filter) as filters,
    from filter_members
    group by respondent
),

belonged as (
    select
        respondent,
        list(
            struct_pack(group_question := question, group_code := code) order by question
        ) as "groups",
    from answers
    where state = 'answered' and question in (select group_question from wanted)
    group by respondent
),

described as (
    select
        respondents.respondent,
        respondents.stratum,
        respondents.cluster,
        calibration_cells.calibration_cell,
        respondents.weight,
        list_prepend(0, coalesce(passed.filters, [])) as filters,
        list_prepend(
            struct_pack(group_question := 0, group_code := 0),
            coalesce(belonged."groups", [])
        ) as "groups",
    from respondents
    inner join calibration_cells using (respondent)
    left join passed using (respondent)
    left join belonged using (respondent)
),

numbered as (
    select
        stratum,
        cluster,
        calibration_cell,
        filters,
        "groups",
        cast(row_number() over (order by min(respondent)) as uinteger) as profile,
    from described
    group by stratum, cluster, calibration_cell, filters, "groups"
)

select
    described.respondent,
    numbered.profile,
    described.weight,
    numbered.stratum,
    numbered.cluster,
    numbered.calibration_cell,
    numbered.filters,
    numbered."groups",
from described
inner join numbered using (stratum, cluster, calibration_cell, filters, "groups")
