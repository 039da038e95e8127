-- Nor are its sources of any use.
delete from owned_group_source
where target_no = :#${variable.target.no}
  and not exists (
    select 1 from owned_group o
    where o.target_no = owned_group_source.target_no and o.group_key = owned_group_source.group_key)
