-- Accounts that another target manages in the same product, unless this one has managed them for longer. An account
-- keeps its own key when it is renamed; one that was made anew under an old name has another key, and is not theirs.
insert into claimed_account (target_no, name_key, by_no, by_name)
select cast(:#${variable.target.no} as int), c.name_key, min(c.by_no),
       cast(:#${variable.neighbour.label} as varchar(420))
from (
  select coalesce(s.name_key, o.name_key) as name_key, o.since_run, o.target_no as by_no
  from owned_account o
  left join seen_account s on s.target_no = :#${variable.target.no} and s.account_id = o.account_id
  left join seen_account n on n.target_no = :#${variable.target.no} and n.name_key = o.name_key
  where o.target_no = :#${variable.neighbour.no}
    and (o.account_id is null or s.name_key is not null or n.name_key is null)
) c
left join owned_account m on m.target_no = :#${variable.target.no} and m.name_key = c.name_key
left join claimed_account k on k.target_no = :#${variable.target.no} and k.name_key = c.name_key
where k.name_key is null
  and (m.name_key is null
       or m.since_run > c.since_run
       or m.since_run = c.since_run and m.target_no > c.by_no)
group by c.name_key
