-- Who is in one of the scope's groups, or below it.
insert into scope_person (target_no, person_id)
select distinct s.target_no, m.person_id
from scope_group s
join group_closure c on c.connection_no = :#${variable.run.connectionNo} and c.group_id = s.group_id
join membership m on m.connection_no = c.connection_no and m.group_id = c.subgroup_id
left join scope_person p on p.target_no = s.target_no and p.person_id = m.person_id
where s.target_no = :#${variable.target.no}
  and p.person_id is null
  and (:#${variable.target.settings.scope.nested} = true or c.group_id = c.subgroup_id)
