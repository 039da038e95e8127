-- And for memberships.
insert into given_member (target_no, group_key, account_key, since_run)
select o.target_no, m.group_key, m.account_key, max(o.run_id)
from run r
cross join (values ('planned'), ('dead')) as s (status)
join operation o on o.run_id = r.id and o.target_no = :#${variable.target.no} and o.status = s.status
join seen_member m
  on m.target_no = o.target_no and m.group_key = lower(o.group_name) and m.account_key = lower(o.user_name)
left join given_member g
  on g.target_no = m.target_no and g.group_key = m.group_key and g.account_key = m.account_key
where r.connection_no = :#${variable.run.connectionNo}
  and r.id < :#${variable.run.id}
  and r.state in ('failed', 'stopped', 'completed-with-errors')
  -- A run of all targets that completed left nothing open, and had claimed what those before it left.
  and r.id > coalesce((select max(c.id) from run c
                       where c.connection_no = :#${variable.run.connectionNo} and c.id < :#${variable.run.id}
                         and c.state = 'completed' and c.targets = '[]'), 0)
  and o.kind = 'add-member'
  and o.claimed = true
  and (o.status = 'planned'
       or exists (select 1 from dead_letter d
                  where d.operation = o.id and d.target_no = o.target_no and (d.status is null or d.status >= 500)))
  and g.account_key is null
group by o.target_no, m.group_key, m.account_key
