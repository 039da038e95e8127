-- What somebody leads whose account is to be deactivated or deleted.
select o.id as operation_id, o.kind as operation_kind, o.user_name, o.person_id, o.account_id,
       l.kind as lead_kind, l.id as lead_id, l.name as lead_name
from operation o
join seen_lead l on l.target_no = o.target_no and l.account_id = o.account_id
where o.run_id = :#${variable.run.id}
  and o.target_no = :#${variable.target.no}
  and o.status = 'planned'
  and o.wave = 3
  and o.kind in ('deactivate-user', 'delete-user')
order by o.id, l.kind desc, l.name
