-- Accounts that another target manages in the same product, unless this one has managed them for longer. A renamed
-- account is still theirs, which its own key tells.
insert into claimed_account (target_no, name_key, by_no, by_name)
select cast(:#${variable.target.no} as int), c.name_key, min(c.by_no),
       cast(:#${variable.neighbour.label} as varchar(420))
from (
  select coalesce(s.name_key, o.name_key) as name_key, o.since_run, o.target_no as by_no
  from owned_account o
  left join seen_account s on s.target_no = :#${variable.target.no} and s.account_id = o.account_id
  where o.target_no = :#${variable.neighbour.no}
) c
left join owned_account m on m.target_no = :#${variable.target.no} and m.name_key = c.name_key
left join claimed_account k on k.target_no = :#${variable.target.no} and k.name_key = c.name_key
where k.name_key is null
  and (m.name_key is null
       or m.since_run > c.since_run
       or m.since_run = c.since_run and m.target_no > c.by_no)
group by c.name_key
