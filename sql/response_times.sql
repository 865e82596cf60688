-- one row a respondent who completed and whose times are known: the seconds between start and end
-- Where times have no seconds the fastest end in the minute in which they began.
-- Days and months may come in either order: it is the same for both times of a respondent.
with
texts as (
    select
        respondent,
        true as is_end,
        finished as written,
    from respondents
    where coalesce(completed, true)
    union all by name
    select
        respondent,
        false as is_end,
        started as written,
    from respondents
    where coalesce(completed, true)
),

moments as (
    select
        respondent,
        is_end,
        coalesce(
            try_cast(written as timestamp),
            try_strptime(
                written,
                [
                    '%d-%m-%Y %H:%M:%S', '%d-%m-%Y %H:%M', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M',
                    '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H:%M', '%m/%d/%Y %I:%M:%S %p',
                    '%m/%d/%y %H:%M:%S', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M',
                    '%Y/%m/%d %H:%M:%S',
                ]
            )
        ) as moment,
    from texts
)

select
    ends.respondent,
    ends.moment as finished_at,
    epoch(ends.moment) - epoch(starts.moment) as seconds,
from moments as ends
inner join moments as starts using (respondent)
where ends.is_end and not starts.is_end and ends.moment >= starts.moment
