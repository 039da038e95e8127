-- A group that somebody deleted by hand is ours no longer: one that is made anew under its name by hand is theirs. A
-- product that shows no group at all may only have answered badly.
delete from owned_group
where target_no = :#${variable.target.no}
  and not exists (
    select 1 from seen_group g where g.target_no = owned_group.target_no and g.name_key = owned_group.group_key)
  and exists (select 1 from seen_group g where g.target_no = :#${variable.target.no})
