-- one row a question that was answered with numbers: the largest of them
select
    question,
    cast(max(value) as double) as largest,
from answers
where value is not null
group by question
