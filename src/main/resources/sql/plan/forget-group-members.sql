-- Memberships in groups that are gone are gone with them.
delete from given_member
where target_no = :#${variable.target.no}
  and not exists (
    select 1 from seen_group g where g.target_no = given_member.target_no and g.name_key = given_member.group_key)
  and exists (select 1 from seen_group g where g.target_no = :#${variable.target.no})
