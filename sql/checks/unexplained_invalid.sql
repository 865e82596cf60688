-- one row a rejected value whose reason nothing explains
select *
from rejected_values
where reason = 'unreadable value'
