-- Where the next two hundred groups end. Memberships are compared that many groups at a time, so that neither the
-- result nor the transaction grows with the directory.
select max(y.group_key) as upto
from (
  select x.group_key from (
    select group_key from (
      select group_key from wanted_group
      where target_no = :#${variable.target.no} and group_key > :#${variable.after}
      order by target_no, group_key
      limit 200) w
    union
    select name_key from (
      select name_key from seen_group
      where target_no = :#${variable.target.no} and name_key > :#${variable.after}
      order by target_no, name_key
      limit 200) s) x
  order by x.group_key
  limit 200
) y
