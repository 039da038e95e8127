-- Groups that everybody is in, or everybody whose account this run creates.
insert into operation (run_id, target_no, wave, kind, user_name, group_name, person_id, reason, status)
select cast(:#${variable.run.id} as bigint), g.target_no, 7, 'add-member', w.account_name, g.name, w.person_id,
       'default-group', 'planned'
from (
  select target_no, group_key, name, everybody from wanted_group
  where target_no = :#${variable.target.no} and fills = true and everybody is not null
) g
join wanted_account w on w.target_no = g.target_no and w.joins = 'JOINS'
left join seen_member h on h.target_no = g.target_no and h.group_key = g.group_key and h.account_key = w.account_key
where h.account_key is null
  and (g.everybody = 'all'
       or g.everybody = 'new' and exists (
         select 1 from operation o
         where o.run_id = :#${variable.run.id} and o.target_no = g.target_no
           and o.kind = 'create-user' and o.person_id = w.person_id))
  and not exists (
    select 1 from operation o
    where o.run_id = :#${variable.run.id} and o.target_no = g.target_no
      and o.kind = 'add-member' and o.person_id = w.person_id and o.group_name = g.name)
  and (:#${variable.everything} = true
    or exists (select 1 from due_person d where d.target_no = g.target_no and d.person_id = w.person_id)
    or exists (select 1 from due_target_group d where d.target_no = g.target_no and d.group_key = g.group_key))
