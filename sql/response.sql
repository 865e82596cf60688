-- one row a category of the frame, and one for all: units invited, responded and completed
-- Without a frame or a column for completion these are unknown: null, not 0.
with
responding as (
    select
        categories.category,
        count(*) as responded,
        sum(cast(respondents.completed as integer)) as completed,
    from respondents
    inner join answers using (respondent)
    inner join questions using (question)
    inner join categories
        on questions.variable = categories.variable and answers.code = categories.code
    where questions.variable in (select variable from frame) and answers.state = 'answered'
    group by categories.category
),

by_category as (
    select
        frame.variable,
        frame.category,
        frame.units as invited,
        coalesce(responding.responded, 0) as responded,
        case when responding.category is null then 0 else responding.completed end as completed,
    from frame
    left join responding using (category)
)

select *
from by_category
union all by name
select
    '' as variable,
    'all' as category,
    (select sum(units) from frame) as invited,
    count(*) as responded,
    sum(cast(completed as integer)) as completed,
from respondents
order by all
