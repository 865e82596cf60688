-- one row a profile of respondents, filter that it passes and group that it belongs to
with
by_filter as (
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
    from by_filter
)

select
    profile,
    stratum,
    cluster,
    calibration_cell,
    filter,
    struct_extract(membership, 'group_question') as group_question,
    struct_extract(membership, 'group_code') as group_code,
from memberships
