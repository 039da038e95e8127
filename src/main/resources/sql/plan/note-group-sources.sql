-- Which Entra groups fill the groups that are ours; kept when the settings choose them no longer.
insert into owned_group_source (target_no, group_key, group_id)
select s.target_no, s.group_key, s.group_id
from group_source s
join owned_group o on o.target_no = s.target_no and o.group_key = s.group_key
left join owned_group_source k
  on k.target_no = s.target_no and k.group_key = s.group_key and k.group_id = s.group_id
where s.target_no = :#${variable.target.no}
  and k.group_id is null
