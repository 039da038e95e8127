-- A run that died after it had sent a creation, or that never got an answer to it, never learned that it succeeded.
-- What it meant to create and is there now is ours.
insert into owned_account (target_no, person_id, name_key, account_id, email, origin, since_run)
select o.target_no, o.person_id, a.name_key, max(a.account_id), max(a.email), 'created', max(o.run_id)
from unacknowledged o
join seen_account a on a.target_no = o.target_no and a.name_key = lower(o.user_name)
where o.target_no = :#${variable.target.no}
  and o.kind = 'create-user'
  and not exists (select 1 from owned_account k where k.target_no = o.target_no and k.person_id = o.person_id)
  and not exists (select 1 from owned_account k where k.target_no = o.target_no and k.name_key = a.name_key)
group by o.target_no, o.person_id, a.name_key
