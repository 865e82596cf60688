-- what became of a question for a respondent
create type answer_state as enum(
    'answered',
    'missing',
    'blank',
    'not_asked',
    'not_reached',
    'invalid'
)
