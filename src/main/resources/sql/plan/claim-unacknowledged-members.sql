-- And for memberships.
insert into given_member (target_no, group_key, account_key, since_run)
select o.target_no, m.group_key, m.account_key, max(o.run_id)
from unacknowledged o
join seen_member m
  on m.target_no = o.target_no and m.group_key = lower(o.group_name) and m.account_key = lower(o.user_name)
left join given_member g
  on g.target_no = m.target_no and g.group_key = m.group_key and g.account_key = m.account_key
where o.target_no = :#${variable.target.no}
  and o.kind = 'add-member'
  and g.account_key is null
group by o.target_no, m.group_key, m.account_key
