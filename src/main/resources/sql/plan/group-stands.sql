-- The next groups that the target holds or will hold: whether they are filled, and whether Roster created them.
select x.group_key, coalesce(g.name, w.name) as name,
       case when w.fills = true then true else false end as fills,
       case when w.group_key is null then true else w.fills end as free,
       w.everybody,
       case when o.origin = 'created' then true else false end as created
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as x (group_key)
left join wanted_group w on w.target_no = :#${variable.target.no} and w.group_key = x.group_key
left join seen_group g on g.target_no = :#${variable.target.no} and g.name_key = x.group_key
left join owned_group o on o.target_no = :#${variable.target.no} and o.group_key = x.group_key
where w.group_key is not null or g.name_key is not null
