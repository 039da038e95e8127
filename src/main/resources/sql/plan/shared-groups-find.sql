-- Groups that another target fills in the same product, or has put somebody into, or creates by the plan of this run.
insert into shared_group (target_no, group_key, by_name, planned)
select cast(:#${variable.target.no} as int), x.group_key, cast(:#${variable.neighbour.label} as varchar(420)),
       case when max(x.planned) = 1 then true else false end
from (
  select group_key, 0 as planned from wanted_group where target_no = :#${variable.neighbour.no} and fills = true
  union all
  select distinct group_key, 0 from given_member where target_no = :#${variable.neighbour.no}
  union all
  select lower(group_name), 1 from operation
  where run_id = :#${variable.run.id} and target_no = :#${variable.neighbour.no} and kind = 'create-group'
) x
left join shared_group k on k.target_no = :#${variable.target.no} and k.group_key = x.group_key
where k.group_key is null
group by x.group_key
