-- Where some people would be, as Entra has it; more than once where they come by several ways.
select s.group_key, m.person_id
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join membership m on m.connection_no = :#${variable.run.connectionNo} and m.person_id = i.item
join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
join group_source s on s.target_no = :#${variable.target.no} and s.group_id = c.group_id
join wanted_group g on g.target_no = s.target_no and g.group_key = s.group_key and g.fills = true
left join due_target_group d on d.target_no = s.target_no and d.group_key = s.group_key
where d.group_key is null
  and (:#${variable.target.settings.groups.nested} = true or c.group_id = c.subgroup_id)
