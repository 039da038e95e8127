-- A failure is forgotten when nothing of the kind is left to do: things are as they should be, or are wanted otherwise.
-- A plan of what is due knows that only of those whom it is about.
delete from dead_letter
where target_no = :#${variable.target.no}
  and not exists (
    select 1 from operation o
    where o.run_id = :#${variable.run.id} and o.target_no = dead_letter.target_no and o.kind = dead_letter.kind
      and coalesce(o.user_name, '') = dead_letter.user_name and coalesce(o.group_name, '') = dead_letter.group_name)
  and (:#${variable.everything} = true
    or exists (select 1 from due_person p
               where p.target_no = dead_letter.target_no and p.person_id = dead_letter.person_id)
    or dead_letter.person_id is null
      and exists (select 1 from due_target_group g
                  where g.target_no = dead_letter.target_no and g.group_key = lower(dead_letter.group_name)))
