-- Usernames that more than one selected person comes to. Somebody disabled who has no account here does not compete.
insert into clashing_name (target_no, username_key)
select w.target_no, w.username_key
from wanted_account w
left join scope_person s on s.target_no = w.target_no and s.person_id = w.person_id
left join filtered_person f on f.connection_no = :#${variable.run.connectionNo}
  and f.filter_key = :#${variable.filterKey} and f.person_id = w.person_id
left join owned_account o on o.target_no = w.target_no and o.person_id = w.person_id
where w.target_no = :#${variable.target.no}
  and w.verdict is null
  and (w.enabled = true or o.person_id is not null)
  and (:#${variable.scoped} = false or s.person_id is not null)
  and (:#${variable.filtered} = false or f.person_id is not null)
group by w.target_no, w.username_key
having count(*) > 1
