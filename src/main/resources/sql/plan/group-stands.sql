-- The next groups that the target holds or will hold: whether they are filled, and whether Roster created them.
select x.group_key, coalesce(g.name, w.name) as name,
       case when w.fills = true then true else false end as fills,
       case when w.group_key is null then true else w.fills end as free,
       w.everybody,
       case when o.origin = 'created' then true else false end as created
from (
  select group_key from wanted_group
  where target_no = :#${variable.target.no}
    and group_key > :#${variable.after} and group_key <= :#${variable.upto}
  union
  select name_key from seen_group
  where target_no = :#${variable.target.no}
    and name_key > :#${variable.after} and name_key <= :#${variable.upto}
) x
left join wanted_group w on w.target_no = :#${variable.target.no} and w.group_key = x.group_key
left join seen_group g on g.target_no = :#${variable.target.no} and g.name_key = x.group_key
left join owned_group o on o.target_no = :#${variable.target.no} and o.group_key = x.group_key
