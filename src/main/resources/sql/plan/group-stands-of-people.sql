-- The groups that some people are in or should be in, but for those whose members are compared as a whole.
select x.group_key, coalesce(g.name, w.name) as name,
       case when w.fills = true then true else false end as fills,
       case when w.group_key is null then true else w.fills end as free,
       w.everybody,
       case when o.origin = 'created' then true else false end as created
from (
  select s.group_key
  from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
  join membership m on m.connection_no = :#${variable.run.connectionNo} and m.person_id = i.item
  join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
  join group_source s on s.target_no = :#${variable.target.no} and s.group_id = c.group_id
  union
  select h.group_key
  from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
  join wanted_account p on p.target_no = :#${variable.target.no} and p.person_id = i.item
  join seen_member h on h.target_no = p.target_no and h.account_key = p.account_key
) x
left join wanted_group w on w.target_no = :#${variable.target.no} and w.group_key = x.group_key
left join seen_group g on g.target_no = :#${variable.target.no} and g.name_key = x.group_key
left join owned_group o on o.target_no = :#${variable.target.no} and o.group_key = x.group_key
left join due_target_group d on d.target_no = :#${variable.target.no} and d.group_key = x.group_key
where d.group_key is null
