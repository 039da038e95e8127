-- Where the next thousand groups that are wanted or ours end.
select max(y.group_key) as upto
from (
  select x.group_key from (
    select group_key from (
      select group_key from wanted_group
      where target_no = :#${variable.target.no} and group_key > :#${variable.after}
      order by target_no, group_key
      limit 1000) w
    union
    select group_key from (
      select group_key from owned_group
      where target_no = :#${variable.target.no} and group_key > :#${variable.after}
      order by target_no, group_key
      limit 1000) o) x
  order by x.group_key
  limit 1000
) y
