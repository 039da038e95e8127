-- Groups that another target fills in the same product, or has made its own.
insert into shared_group (target_no, group_key, by_name)
select cast(:#${variable.target.no} as int), x.group_key, cast(:#${variable.neighbour.label} as varchar(420))
from (
  select group_key from owned_group where target_no = :#${variable.neighbour.no}
  union
  select group_key from given_member where target_no = :#${variable.neighbour.no}
) x
left join shared_group k on k.target_no = :#${variable.target.no} and k.group_key = x.group_key
where k.group_key is null
