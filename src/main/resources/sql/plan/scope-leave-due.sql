-- Who of them no longer is.
delete from scope_person
where target_no = :#${variable.target.no}
  and person_id in (select d.person_id from due_person d where d.target_no = :#${variable.target.no})
  and not exists (
    select 1
    from membership m
    join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
    join scope_group s on s.target_no = :#${variable.target.no} and s.group_id = c.group_id
    where m.connection_no = :#${variable.run.connectionNo}
      and m.person_id = scope_person.person_id
      and (:#${variable.target.settings.scope.nested} = true or c.group_id = c.subgroup_id))
