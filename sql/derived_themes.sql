-- one row a respondent and theme of an open answer; an answer that nobody has coded is blank
select
    answers.respondent,
    themes.question,
    case
        when answers.state <> 'answered' then answers.state
        when counted_codings.coding is null then cast('blank' as answer_state)
        else answers.state
    end as state,
    cast(
        case
            when answers.state = 'answered' and counted_codings.coding is not null
                then coded_themes.question is not null
        end as smallint
    ) as code,
    cast(null as decimal(18, 4)) as value,
from themes
inner join questions using (question)
inner join answers on themes.source = answers.question
left join counted_codings
    on
        answers.respondent = counted_codings.respondent
        and questions.variable = counted_codings.variable
left join coded_themes
    on
        counted_codings.coding = coded_themes.coding
        and themes.question = coded_themes.question
