-- Who would be in them, as Entra has it; somebody more than once who comes by several ways.
select s.group_key, m.person_id
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join wanted_group g on g.target_no = :#${variable.target.no} and g.group_key = i.item and g.fills = true
join group_source s on s.target_no = g.target_no and s.group_key = g.group_key
join group_closure c on c.connection_no = :#${variable.run.connectionNo} and c.group_id = s.group_id
join membership m on m.connection_no = c.connection_no and m.group_id = c.subgroup_id
where :#${variable.target.settings.groups.nested} = true or c.group_id = c.subgroup_id
