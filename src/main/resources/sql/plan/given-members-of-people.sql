-- Where Roster has put them.
select v.group_key, v.account_key
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join wanted_account w on w.target_no = :#${variable.target.no} and w.person_id = i.item
join given_member v on v.target_no = w.target_no and v.account_key = w.account_key
