-- one row an accepted respondent and question of the questionnaire, answered or not
with
-- the respondent takes the place of the row: a question may be called "respondent"
accepted as (
    select texts_received.* replace (respondents.respondent as "row"),
    from texts_received
    inner join respondents using ("row")
),

texts as (
    select *
    from accepted
    unpivot include nulls (text for column_name in (columns(* exclude ("row"))))
),

answers_as_text as (
    select
        texts."row" as respondent,
        questions.question,
        questions.type,
        questions.thousands,
        nullif(texts.text, '') as text,
    from texts
    inner join questions using (column_name)
),

-- labels that failed have no code anyway
failed_numbers as (
    select
        respondents.respondent,
        questions.question,
    from failed_values
    inner join respondents using ("row")
    inner join questions using (column_name)
    where questions.type = 'number'
)

select
    answers_as_text.respondent,
    answers_as_text.question,
    answer_texts.code,
    case
        when answers_as_text.type = 'number' and failed_numbers.question is null
            then try_cast(
                replace(replace(answers_as_text.text, answers_as_text.thousands, ''), ',', '.')
                as decimal(18, 4)
            )
    end as value,
    coalesce(answer_texts.missing, false) as missing,
    answers_as_text.text is null
    or (answers_as_text.type = 'multiple' and coalesce(answer_texts.missing, false)) as blank,
    answers_as_text.text is null
    or (
        answers_as_text.type = 'multiple'
        and (answer_texts.code = 0 or coalesce(answer_texts.missing, false))
    ) as says_nothing,
from answers_as_text
left join answer_texts
    on
        answers_as_text.question = answer_texts.question
        and answers_as_text.text = answer_texts.text
left join failed_numbers
    on
        answers_as_text.respondent = failed_numbers.respondent
        and answers_as_text.question = failed_numbers.question
