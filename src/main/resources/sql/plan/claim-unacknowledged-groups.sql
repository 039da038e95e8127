-- The same for groups.
insert into owned_group (target_no, group_key, origin, since_run)
select o.target_no, g.name_key, 'created', max(o.run_id)
from unacknowledged o
join seen_group g on g.target_no = o.target_no and g.name_key = lower(o.group_name)
where o.target_no = :#${variable.target.no}
  and o.kind = 'create-group'
  and not exists (select 1 from owned_group k where k.target_no = o.target_no and k.group_key = g.name_key)
group by o.target_no, g.name_key
