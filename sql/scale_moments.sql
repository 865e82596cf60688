-- one row a wanted scale, stratum, cluster, calibration cell, group and pair of items
-- Of respondents with a score on every item: sums of weights, of those of the first item's scores
-- and of those of the products of both items' scores. Answers alike are multiplied once.
with
scored as (
    select
        item_sets.item_set,
        answers.respondent,
        answers.question,
        cast(categories.score as decimal(9, 3)) as score,
    from answers
    inner join item_sets using (question)
    inner join questions using (question)
    inner join categories
        on questions.variable = categories.variable and answers.code = categories.code
    where
        item_sets.kind = 'scale'
        and answers.state = 'answered'
        and categories.score is not null
),

sizes as (
    select
        item_set,
        count(*) as items,
    from item_sets
    group by item_set
),

answered as (
    select
        item_set,
        respondent,
        list(question order by question) as questions,
        list(score order by question) as scores,
    from scored
    group by item_set, respondent
),

patterns as (
    select
        answered.item_set,
        respondent_profiles.profile,
        answered.questions,
        answered.scores,
        count(*) as n,
        sum(respondent_profiles.weight) as sum_w,
    from answered
    inner join sizes on answered.item_set = sizes.item_set and len(answered.scores) = sizes.items
    inner join respondent_profiles using (respondent)
    group by all
),

firsts as (
    select
        *,
        unnest(range(1, len(scores) + 1)) as first_place,
    from patterns
),

pairs as (
    select
        *,
        unnest(range(first_place, len(scores) + 1)) as second_place,
    from firsts
),

sums_by_profile as (
    select
        item_set,
        profile,
        questions[first_place] as first_question,
        questions[second_place] as second_question,
        sum(n) as n,
        sum(sum_w) as sum_w,
        sum(sum_w * scores[first_place]) as sum_wx,
        sum(cast(sum_w * scores[first_place] as decimal(26, 9)) * scores[second_place]) as sum_wxx,
    from pairs
    group by item_set, profile, first_question, second_question
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
    sums_by_profile.first_question,
    sums_by_profile.second_question,
    cast(sum(sums_by_profile.n) as bigint) as n,
    sum(sums_by_profile.sum_w) as sum_w,
    sum(sums_by_profile.sum_wx) as sum_wx,
    sum(sums_by_profile.sum_wxx) as sum_wxx,
from sums_by_profile
inner join profile_groups using (profile)
inner join wanted_sets using (item_set, group_question, filter)
group by all
order by all
