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
)

select
    sums_by_profile.question,
    profile_groups.filter,
    profile_groups.group_question,
    profile_groups.group_code,
    profile_groups.stratum,
    profile_groups.cluster,
    profile_groups.calibration_cell,
    sums_by_profile.state,
    sums_by_profile.code,
    sums_by_profile.value,
    cast(sum(sums_by_profile.n) as bigint) as n,
    sum(sums_by_profile.sum_w) as sum_w,
    sum(sums_by_profile.sum_w2) as sum_w2,
from sums_by_profile
inner join profile_groups using (profile)
inner join wanted using (question, filter, group_question)
group by all
order by all
