-- The same for groups.
insert into owned_group (target_no, group_key, origin, since_run)
select o.target_no, g.name_key, 'created', max(o.run_id)
from run r
cross join (values ('planned'), ('dead')) as s (status)
join operation o on o.run_id = r.id and o.target_no = :#${variable.target.no} and o.status = s.status
join seen_group g on g.target_no = o.target_no and g.name_key = lower(o.group_name)
where r.connection_no = :#${variable.run.connectionNo}
  and r.id < :#${variable.run.id}
  and r.state in ('failed', 'stopped', 'completed-with-errors')
  -- A run of all targets that completed left nothing open, and had claimed what those before it left.
  and r.id > coalesce((select max(c.id) from run c
                       where c.connection_no = :#${variable.run.connectionNo} and c.id < :#${variable.run.id}
                         and c.state = 'completed' and c.targets = '[]'), 0)
  and o.kind = 'create-group'
  and o.claimed = true
  and (o.status = 'planned'
       or exists (select 1 from dead_letter d
                  where d.operation = o.id and d.target_no = o.target_no and (d.status is null or d.status >= 500)))
  and not exists (select 1 from owned_group k where k.target_no = o.target_no and k.group_key = g.name_key)
group by o.target_no, g.name_key
