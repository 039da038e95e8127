-- A product that cannot deactivate: whoever left goes out of every group that grants access, whoever gave it.
insert into operation (run_id, target_no, wave, kind, user_name, group_name, person_id, reason, status)
select cast(:#${variable.run.id} as bigint), h.target_no, 3, 'remove-member', a.name, g.name, w.person_id,
       'leaver-access', 'planned'
from wanted_account w
join seen_member h on h.target_no = w.target_no and h.account_key = w.account_key
join seen_group g on g.target_no = h.target_no and g.name_key = h.group_key and g.grants_access = true
join seen_account a on a.target_no = h.target_no and a.name_key = h.account_key
where w.target_no = :#${variable.target.no}
  and w.joins = 'LOCKED_OUT'
  and not exists (
    select 1 from operation o
    where o.run_id = :#${variable.run.id} and o.target_no = w.target_no
      and o.kind = 'remove-member' and o.group_name = g.name and o.user_name = a.name)
  and (:#${variable.everything} = true
    or exists (select 1 from due_person d where d.target_no = w.target_no and d.person_id = w.person_id))
