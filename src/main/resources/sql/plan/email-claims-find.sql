-- Addresses of people who look for an account, and the accounts that show them: those recorded as nobody's, without
-- the one that Roster signs in with, which is no person's.
insert into email_claim (target_no, email_key, people, accounts, name_key)
select p.target_no, p.email_key, p.people, count(*), min(a.name_key)
from (
  select target_no, email_key, sum(case when settled = true then 0 else 1 end) as people from seeker
  where target_no = :#${variable.target.no}
  group by target_no, email_key
) p
join seen_account a on a.target_no = p.target_no and a.email_key = p.email_key
left join owned_account o on o.target_no = a.target_no and o.name_key = a.name_key
where o.person_id is null
  and a.name_key <> lower(:#${variable.ownName})
group by p.target_no, p.email_key, p.people
