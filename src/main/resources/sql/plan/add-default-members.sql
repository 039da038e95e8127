-- Groups that everybody is in, or everybody whose account this run creates. Which accounts it creates, and whom it puts
-- into these groups anyway, is gathered first: to ask it person by person would take an index of operations by people. To
-- add nothing to a number leaves HSQLDB no index but that by groups.
insert into operation (run_id, target_no, wave, kind, user_name, group_name, person_id, reason, status)
select cast(:#${variable.run.id} as bigint), g.target_no, 7, 'add-member', w.account_name, g.name, w.person_id,
       'default-group', 'planned'
from (
  select target_no, group_key, name, everybody from wanted_group
  where target_no = :#${variable.target.no} and fills = true and everybody is not null
) g
join wanted_account w on w.target_no = g.target_no and w.joins = 'JOINS'
left join seen_member h on h.target_no = g.target_no and h.group_key = g.group_key and h.account_key = w.account_key
left join (
  select o.person_id from operation o
  where o.run_id = :#${variable.run.id} and o.target_no = :#${variable.target.no} and o.kind = 'create-user'
) c on c.person_id = w.person_id
left join (
  select o.person_id, o.group_name from wanted_group e
  join operation_about a on a.group_name = e.name
  join operation o on o.id = a.operation_id and o.kind = 'add-member'
  where e.target_no = :#${variable.target.no} and e.fills = true and e.everybody is not null
    and a.run_id + 0 = :#${variable.run.id} and a.target_no + 0 = :#${variable.target.no}
) p on p.person_id = w.person_id and p.group_name = g.name
where h.account_key is null
  and p.person_id is null
  and (g.everybody = 'all' or g.everybody = 'new' and c.person_id is not null)
  and (:#${variable.everything} = true
    or exists (select 1 from due_person d where d.target_no = g.target_no and d.person_id = w.person_id)
    or exists (select 1 from due_target_group d where d.target_no = g.target_no and d.group_key = g.group_key))
