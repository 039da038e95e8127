-- Where the next thousand people end. The order names every column of the index: only then does HSQLDB stop at the
-- limit instead of sorting all that is left.
select max(x.person_id) as upto
from (
  select person_id from wanted_account
  where target_no = :#${variable.target.no} and person_id > :#${variable.after}
  order by target_no, person_id
  limit 1000
) x
