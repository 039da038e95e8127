-- And those that it takes over or creates by the plan that this run has made for it already.
insert into claimed_account (target_no, name_key, by_no, by_name, planned)
select cast(:#${variable.target.no} as int), c.name_key, cast(:#${variable.neighbour.no} as int),
       cast(:#${variable.neighbour.label} as varchar(420)), true
from (
  select lower(o.user_name) as name_key from operation o
  where o.run_id = :#${variable.run.id} and o.target_no = :#${variable.neighbour.no} and o.kind = 'create-user'
  union
  select a.name_key from adoption a
  where a.run_id = :#${variable.run.id} and a.target_no = :#${variable.neighbour.no} and a.kind = 'user'
) c
left join owned_account m on m.target_no = :#${variable.target.no} and m.name_key = c.name_key
left join claimed_account k on k.target_no = :#${variable.target.no} and k.name_key = c.name_key
where k.name_key is null
  and m.name_key is null
