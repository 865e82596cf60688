-- one row a wanted set of items, stratum, cluster, calibration cell, group and pattern of ticks
with
patterns as (
    select
        item_sets.item_set,
        answers.respondent,
        list(answers.question order by answers.question) as ticked,
    from answers
    inner join item_sets using (question)
    where item_sets.kind = 'ticks' and answers.state = 'answered' and answers.code = 1
    group by item_sets.item_set, answers.respondent
),

sums_by_profile as (
    select
        patterns.item_set,
        respondent_profiles.profile,
        patterns.ticked,
        count(*) as n,
        sum(respondent_profiles.weight) as sum_w,
        sum(respondent_profiles.weight * respondent_profiles.weight) as sum_w2,
    from patterns
    inner join respondent_profiles using (respondent)
    group by all
),

wanted_sets as (
    select distinct
        item_set,
        group_question,
        filter,
    from item_sets
)

select
    sums_by_profile.item_set,
    profile_groups.group_question,
    profile_groups.group_code,
    profile_groups.stratum,
    profile_groups.cluster,
    profile_groups.calibration_cell,
    sums_by_profile.ticked,
    cast(sum(sums_by_profile.n) as bigint) as n,
    sum(sums_by_profile.sum_w) as sum_w,
    sum(sums_by_profile.sum_w2) as sum_w2,
from sums_by_profile
inner join profile_groups using (profile)
inner join wanted_sets using (item_set, group_question, filter)
group by all
order by all
