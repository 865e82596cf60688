-- one row a wanted set of items, stratum, cluster, calibration cell, group and pattern of ticks
-- Of a set of kind ticks those who ticked any; of kind items those who answered every one. Sets
-- that differ in their groups or filter alone have one list of items, which is counted once.
with
lists as (
    select distinct
        item_list,
        kind,
        question,
    from item_sets
    where kind in ('ticks', 'items')
),

sizes as (
    select
        item_list,
        kind,
        count(*) as items,
    from lists
    group by item_list, kind
),

answered as (
    select
        lists.item_list,
        answers.respondent,
        list(answers.question order by answers.question) filter (where answers.code = 1) as ticked,
        count(*) as items,
    from answers
    inner join lists using (question)
    where answers.state = 'answered'
    group by lists.item_list, answers.respondent
),

patterns as (
    select
        answered.item_list,
        answered.respondent,
        coalesce(answered.ticked, []) as ticked,
    from answered
    inner join sizes using (item_list)
    where
        (sizes.kind = 'ticks' and answered.ticked is not null)
        or (sizes.kind = 'items' and answered.items = sizes.items)
),

sums_by_profile as (
    select
        patterns.item_list,
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
        item_list,
        group_question,
        filter,
    from item_sets
)

select
    wanted_sets.item_set,
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
inner join wanted_sets using (item_list, group_question, filter)
group by all
order by all
