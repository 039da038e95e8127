-- The next people, each with what the target holds that is, or may be, theirs: the recorded account (a), the one of
-- their username where that is another (n), and the first one that shows their e-mail address (e); and who else manages
-- it (x, y, u). How they stood before (stood) says what of the decision is new.
select w.person_id, w.username, w.display_name, w.email, w.enabled, w.verdict, w.detail,
       w.account_name as stood_name, w.account_key as stood_key, w.joins as stood_joins,
       case when (:#${variable.scoped} = false or s.person_id is not null)
             and (:#${variable.filtered} = false or f.person_id is not null) then true else false end as in_scope,
       case when c.username_key is null then false else true end as clashes,
       o.name_key as owned_key, o.account_id as owned_id, o.email as owned_email, o.origin as owned_origin,
       x.by_name as owned_claim, y.by_name as namesake_claim, u.by_name as byemail_claim,
       t.by_name as name_claim,
       a.account_id, a.name as account_name, a.display_name as account_display, a.email as account_email,
       a.active as account_active, a.writable as account_writable,
       case when a.name_key = w.username_key then true else false end as account_is_namesake,
       n.account_id as namesake_id, n.name as namesake_name, n.display_name as namesake_display,
       n.email as namesake_email, n.active as namesake_active, n.writable as namesake_writable,
       k.person_id as namesake_owner, q.people as namesake_people, z.settled as namesake_settled,
       -- Whether it administers matters only of an account that is nobody's, and takes longer than all else.
       case when n.name_key is not null and k.person_id is null and exists (
              select 1 from seen_member m
              join seen_group g on g.target_no = m.target_no and g.name_key = m.group_key
              where m.target_no = n.target_no and m.account_key = n.name_key and g.administrators = true
              limit 1)
            then true else false end as namesake_administrator,
       e.account_id as byemail_id, e.name as byemail_name, e.display_name as byemail_display,
       e.email as byemail_email, e.active as byemail_active, e.writable as byemail_writable,
       p.people as byemail_people, p.accounts as byemail_accounts,
       case when e.name_key is not null and exists (
              select 1 from seeker r
              where r.target_no = e.target_no and r.username_key = e.name_key and r.person_id <> w.person_id
              limit 1)
            then true else false end as byemail_named,
       case when e.name_key is not null and exists (
              select 1 from seen_member m
              join seen_group g on g.target_no = m.target_no and g.name_key = m.group_key
              where m.target_no = e.target_no and m.account_key = e.name_key and g.administrators = true
              limit 1)
            then true else false end as byemail_administrator
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as i (item)
join wanted_account w on w.target_no = :#${variable.target.no} and w.person_id = i.item
left join scope_person s on s.target_no = w.target_no and s.person_id = w.person_id
left join filtered_person f on f.connection_no = :#${variable.run.connectionNo}
  and f.filter_key = :#${variable.filterKey} and f.person_id = w.person_id
left join clashing_name c on c.target_no = w.target_no and c.username_key = w.username_key
left join owned_account o on o.target_no = w.target_no and o.person_id = w.person_id
left join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key
-- Mostly the recorded account is the one of the username, too, and need not be looked up again, nor who owns it.
left join seen_account n on n.target_no = w.target_no and n.name_key = nullif(w.username_key, a.name_key)
left join owned_account k on k.target_no = n.target_no and k.name_key = n.name_key
left join seeker z on z.target_no = w.target_no and z.person_id = w.person_id
left join email_claim q on q.target_no = w.target_no
  and q.email_key = case when a.name_key = w.username_key then a.email_key else n.email_key end
left join email_claim p on p.target_no = w.target_no and p.email_key = w.email_key
left join seen_account e on e.target_no = p.target_no and e.name_key = p.name_key
left join claimed_account x on x.target_no = o.target_no and x.name_key = o.name_key
left join claimed_account y on y.target_no = n.target_no and y.name_key = n.name_key
left join claimed_account u on u.target_no = e.target_no and u.name_key = e.name_key
left join claimed_account t on t.target_no = w.target_no and t.name_key = w.username_key and t.planned = true
