-- Whom Roster has put into them. Read by itself: looked up member by member, it takes eight times as long.
select v.group_key, v.account_key
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join given_member v on v.target_no = :#${variable.target.no} and v.group_key = i.item
