-- Operations about whom and what Entra has not changed: somebody has changed it by hand in the product. Where only what is
-- due was looked at, that is found in the groups that a refusal cast doubt upon.
update operation
set drift = true
where run_id = :#${variable.run.id}
  and target_no = :#${variable.target.no}
  and (:#${variable.everything} = true or exists (
    select 1 from due_target_group d
    where d.target_no = operation.target_no and d.group_key = lower(operation.group_name) and d.doubted = true))
  and (person_id is null or not exists (
    select 1 from due_person d where d.target_no = operation.target_no and d.person_id = operation.person_id))
  and (group_name is null or not exists (
    select 1 from group_source s
    join due_group d on d.target_no = s.target_no and d.group_id = s.group_id
    where s.target_no = operation.target_no and s.group_key = lower(operation.group_name)
      and operation.person_id is null))
  and (group_name is null or not exists (
    select 1 from due_target_group d
    where d.target_no = operation.target_no and d.group_key = lower(operation.group_name) and d.doubted = false))
