-- Memberships in groups that are gone are gone with them. The groups are gathered first: asked membership by
-- membership, it takes ten times as long.
delete from given_member
where target_no = :#${variable.target.no}
  and group_key in (
    select x.group_key
    from (select distinct v.group_key from given_member v where v.target_no = :#${variable.target.no}) x
    left join seen_group g on g.target_no = :#${variable.target.no} and g.name_key = x.group_key
    where g.name_key is null)
  and exists (select 1 from seen_group g where g.target_no = :#${variable.target.no})
