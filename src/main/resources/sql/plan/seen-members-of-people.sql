-- Where they are, and whether another target manages the account.
select m.group_key, m.account_key, case when c.name_key is null then false else true end as claimed
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join wanted_account w on w.target_no = :#${variable.target.no} and w.person_id = i.item
join seen_member m on m.target_no = w.target_no and m.account_key = w.account_key
left join claimed_account c on c.target_no = m.target_no and c.name_key = m.account_key
left join due_target_group d on d.target_no = m.target_no and d.group_key = m.group_key
where d.group_key is null
