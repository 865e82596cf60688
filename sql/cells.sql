-- one row a question, group, filter, stratum, cluster, calibration cell, state, and code or number
-- Every answer has its respondent. The join is a left one because DuckDB would move the sums of an
-- inner one below it, to single respondents, and take four times as long.
with
sums_by_profile as (
    select
        answers.question,
        respondent_profiles.profile,
        answers.state,
        answers.code,
        answers.value,
        count(*) as n,
        sum(respondent_profiles.weight) as sum_w,
        sum(respondent_profiles.weight * respondent_profiles.weight) as sum_w2,
    from answers
    left join respondent_profiles using (respondent)
    where answers.question in (select question from wanted)
    group by all
),

profiles_by_filter as (
    select distinct
        profile,
        stratum,
        cluster,
        calibration_cell,
        unnest(filters) as filter,
        "groups",
    from respondent_profiles
),

memberships as (
    select
        *,
        unnest("groups") as membership,
    from profiles_by_filter
),

profiles_by_group as (
    select
        *,
        struct_extract(membership, 'group_question') as group_question,
        struct_extract(membership, 'group_code') as group_code,
    from memberships
)

select
    sums_by_profile.question,
    profiles_by_group.filter,
    profiles_by_group.group_question,
    profiles_by_group.group_code,
    profiles_by_group.stratum,
    profiles_by_group.cluster,
    profiles_by_group.calibration_cell,
    sums_by_profile.state,
    sums_by_profile.code,
    sums_by_profile.value,
    cast(sum(sums_by_profile.n) as bigint) as n,
    sum(sums_by_profile.sum_w) as sum_w,
    sum(sums_by_profile.sum_w2) as sum_w2,
from sums_by_profile
inner join profiles_by_group using (profile)
inner join wanted using (question, filter, group_question)
group by all
order by all
