-- The accounts of those people, once each, as far as they are to be in any group.
select w.person_id, w.account_key, w.account_name
from unnest(cast(:#${variable.people} as varchar(1200) array)) as i (item)
join wanted_account w on w.target_no = :#${variable.target.no} and w.person_id = i.item
where w.joins = 'JOINS'
