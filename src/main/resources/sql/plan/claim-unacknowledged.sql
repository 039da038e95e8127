-- A run that died after it had sent a creation, or that never got an answer to it, never learned that it succeeded.
-- What it meant to create and is there now is ours.
insert into owned_account (target_no, person_id, name_key, account_id, email, origin, since_run)
select o.target_no, o.person_id, a.name_key, max(a.account_id), max(a.email), 'created', max(o.run_id)
from run r
cross join (values ('planned'), ('dead')) as s (status)
join operation o on o.run_id = r.id and o.target_no = :#${variable.target.no} and o.status = s.status
join seen_account a on a.target_no = o.target_no and a.name_key = lower(o.user_name)
where r.connection_no = :#${variable.run.connectionNo}
  and r.id < :#${variable.run.id}
  and r.state in ('failed', 'stopped', 'completed-with-errors')
  -- A run of all targets that completed left nothing open, and had claimed what those before it left.
  and r.id > coalesce((select max(c.id) from run c
                       where c.connection_no = :#${variable.run.connectionNo} and c.id < :#${variable.run.id}
                         and c.state = 'completed' and c.targets = '[]'), 0)
  and o.kind = 'create-user'
  and o.claimed = true
  and (o.status = 'planned'
       or exists (select 1 from dead_letter d
                  where d.operation = o.id and d.target_no = o.target_no and (d.status is null or d.status >= 500)))
  and not exists (select 1 from owned_account k where k.target_no = o.target_no and k.person_id = o.person_id)
  and not exists (select 1 from owned_account k where k.target_no = o.target_no and k.name_key = a.name_key)
group by o.target_no, o.person_id, a.name_key
