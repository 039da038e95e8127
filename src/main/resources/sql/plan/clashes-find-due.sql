-- The usernames of those who are due that more than one selected person comes to.
insert into clashing_name (target_no, username_key)
select w.target_no, w.username_key
from (
  select distinct p.username_key from due_person d
  join wanted_account p on p.target_no = d.target_no and p.person_id = d.person_id
  where d.target_no = :#${variable.target.no} and p.username_key is not null
) n
left join wanted_account w on w.target_no = :#${variable.target.no} and w.username_key = n.username_key
left join scope_person s on s.target_no = w.target_no and s.person_id = w.person_id
left join filtered_person f on f.connection_no = :#${variable.run.connectionNo}
  and f.filter_key = :#${variable.filterKey} and f.person_id = w.person_id
left join owned_account o on o.target_no = w.target_no and o.person_id = w.person_id
where w.person_id is not null
  and w.verdict is null
  and (w.enabled = true or o.person_id is not null)
  and (:#${variable.scoped} = false or s.person_id is not null)
  and (:#${variable.filtered} = false or f.person_id is not null)
group by w.target_no, w.username_key
having count(*) > 1
