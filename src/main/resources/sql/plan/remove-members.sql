-- Memberships that were given, or are in a group that Roster created, and that Entra no longer wants. With "exact",
-- every membership of a group that is filled. Never the account that Roster signs in with. Renames come before, so
-- an account is removed by the name that it has then. (HSQLDB would pad 'leaver' to the length of the other word.)
insert into operation (run_id, target_no, wave, kind, user_name, group_name, person_id, reason, status)
select cast(:#${variable.run.id} as bigint), h.target_no, 7, 'remove-member', coalesce(w.account_name, a.name),
       g.name, w.person_id,
       case when w.joins = 'LEAVES' or w.joins = 'LOCKED_OUT' then cast('leaver' as varchar(60))
            else 'member-left' end, 'planned'
from seen_member h
join seen_group g on g.target_no = h.target_no and g.name_key = h.group_key
join seen_account a on a.target_no = h.target_no and a.name_key = h.account_key
left join given_member v on v.target_no = h.target_no and v.group_key = h.group_key and v.account_key = h.account_key
left join owned_group o on o.target_no = h.target_no and o.group_key = h.group_key and o.origin = 'created'
left join wanted_group x on x.target_no = h.target_no and x.group_key = h.group_key
left join wanted_account w on w.target_no = h.target_no and w.account_key = h.account_key
where h.target_no = :#${variable.target.no}
  and h.account_key <> lower(:#${variable.ownName})
  and (v.account_key is not null
       or o.group_key is not null
       or :#${variable.exact} = true and x.fills = true)
  and (w.joins is null or w.joins <> 'FROZEN')
  and (x.group_key is null or x.fills = true)
  and not (w.joins = 'JOINS' and x.everybody is not null)
  and not (w.joins is not null and w.joins = 'JOINS' and exists (
    select 1
    from membership m
    join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
    join group_source s on s.target_no = :#${variable.target.no} and s.group_id = c.group_id
    where m.connection_no = :#${variable.run.connectionNo}
      and m.person_id = w.person_id
      and s.group_key = h.group_key
      and (:#${variable.target.settings.groups.nested} = true or c.group_id = c.subgroup_id)))
