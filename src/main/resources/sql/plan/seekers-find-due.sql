-- Of them, those who may have to do with somebody who is due: who has the same address, or the one that the account of
-- somebody's username shows, and whose username an account has that shows somebody's address.
insert into seeker (target_no, person_id, username_key, email_key, settled)
select w.target_no, w.person_id, w.username_key, w.email_key,
       case when :#${variable.nameFirst} = true and n.email_key = w.email_key and k.person_id is null
            then true else false end
from (
  select p.person_id from due_person d
  join wanted_account i on i.target_no = d.target_no and i.person_id = d.person_id
  join wanted_account p on p.target_no = i.target_no and p.email_key = i.email_key
  where d.target_no = :#${variable.target.no}
  union
  select p.person_id from due_person d
  join wanted_account i on i.target_no = d.target_no and i.person_id = d.person_id
  join seen_account h on h.target_no = i.target_no and h.name_key = i.username_key
  join wanted_account p on p.target_no = h.target_no and p.email_key = h.email_key
  where d.target_no = :#${variable.target.no}
  union
  select p.person_id from due_person d
  join wanted_account i on i.target_no = d.target_no and i.person_id = d.person_id
  join seen_account h on h.target_no = i.target_no and h.email_key = i.email_key
  join wanted_account p on p.target_no = h.target_no and p.username_key = h.name_key
  where d.target_no = :#${variable.target.no}
) x
left join wanted_account w on w.target_no = :#${variable.target.no} and w.person_id = x.person_id
left join scope_person s on s.target_no = w.target_no and s.person_id = w.person_id
left join filtered_person f on f.connection_no = :#${variable.run.connectionNo}
  and f.filter_key = :#${variable.filterKey} and f.person_id = w.person_id
left join owned_account o on o.target_no = w.target_no and o.person_id = w.person_id
left join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key
left join seen_account n on n.target_no = w.target_no and n.name_key = w.username_key
left join owned_account k on k.target_no = n.target_no and k.name_key = n.name_key
where w.person_id is not null
  and w.verdict is null
  and w.enabled = true
  and (a.name_key is null or :#${variable.emailBeforeRecord} = true)
  and (:#${variable.scoped} = false or s.person_id is not null)
  and (:#${variable.filtered} = false or f.person_id is not null)
