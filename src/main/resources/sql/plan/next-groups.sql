-- Where the next two hundred groups that are filled end: memberships are compared that many groups at a time, so
-- that neither the result nor the transaction grows with the directory.
select max(x.group_key) as upto, count(*) as many
from (
  select group_key from wanted_group
  where target_no = :#${variable.target.no} and fills = true and group_key > :#${variable.after}
  order by group_key
  limit 200
) x
