-- Who of those that are due is in one of the scope's groups, or below it.
insert into scope_person (target_no, person_id)
select distinct d.target_no, d.person_id
from due_person d
join membership m on m.connection_no = :#${variable.run.connectionNo} and m.person_id = d.person_id
join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
join scope_group s on s.target_no = d.target_no and s.group_id = c.group_id
left join scope_person p on p.target_no = d.target_no and p.person_id = d.person_id
where d.target_no = :#${variable.target.no}
  and p.person_id is null
  and (:#${variable.target.settings.scope.nested} = true or c.group_id = c.subgroup_id)
