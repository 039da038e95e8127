-- A failure is forgotten when nothing of the kind is left to do: things are as they should be, or are wanted otherwise.
delete from dead_letter
where target_no = :#${variable.target.no}
  and not exists (
    select 1 from operation o
    where o.run_id = :#${variable.run.id} and o.target_no = dead_letter.target_no and o.kind = dead_letter.kind
      and coalesce(o.user_name, '') = dead_letter.user_name and coalesce(o.group_name, '') = dead_letter.group_name)
