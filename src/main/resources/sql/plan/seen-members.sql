-- Who is in them, and whether another target manages the account.
select m.group_key, m.account_key, case when c.name_key is null then false else true end as claimed
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join seen_member m on m.target_no = :#${variable.target.no} and m.group_key = i.item
left join claimed_account c on c.target_no = m.target_no and c.name_key = m.account_key
