-- The same for groups.
insert into owned_group (target_no, group_key, origin, since_run)
select distinct o.target_no, g.name_key, 'created', o.run_id
from operation o
join seen_group g on g.target_no = o.target_no and g.name_key = lower(o.group_name)
where o.target_no = :#${variable.target.no}
  and o.kind = 'create-group'
  and o.claimed = true
  and (o.status = 'planned'
       or o.status = 'dead' and exists (select 1 from dead_letter d
            where d.operation = o.id and d.target_no = o.target_no and (d.status is null or d.status >= 500)))
  and o.run_id = (select max(p.run_id) from operation p
                  where p.target_no = o.target_no and p.kind = 'create-group' and p.group_name = o.group_name
                    and p.claimed = true and p.status in ('planned', 'dead') and p.run_id < :#${variable.run.id})
  and not exists (select 1 from owned_group k where k.target_no = o.target_no and k.group_key = g.name_key)
