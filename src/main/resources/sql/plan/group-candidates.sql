-- The next groups that are wanted or ours, each with what the target holds. Whether anybody would be in a group
-- matters only for one that is not there yet.
select x.group_key, w.name, w.verdict, w.detail, w.everybody,
       (select count(*) from group_source s
        where s.target_no = :#${variable.target.no} and s.group_key = x.group_key) as sources,
       case when exists (
         select 1 from owned_group_source q
         join entra_group e on e.connection_no = :#${variable.run.connectionNo} and e.id = q.group_id
         where q.target_no = :#${variable.target.no} and q.group_key = x.group_key)
       then true else false end as in_entra,
       case when g.name_key is null and exists (
         select 1 from group_source s
         join group_closure c on c.connection_no = :#${variable.run.connectionNo} and c.group_id = s.group_id
         join membership m on m.connection_no = c.connection_no and m.group_id = c.subgroup_id
         join wanted_account a on a.target_no = s.target_no and a.person_id = m.person_id and a.joins = 'JOINS'
         where s.target_no = :#${variable.target.no} and s.group_key = x.group_key
           and (:#${variable.target.settings.groups.nested} = true or c.group_id = c.subgroup_id)
         limit 1)
       then true else false end as has_member,
       g.name as seen_name, g.grants_access, g.administrators,
       o.origin, b.by_name as shared_by, b.planned as shared_planned
from unnest(cast(:#${variable.keys} as varchar(1200) array)) as x (group_key)
left join wanted_group w on w.target_no = :#${variable.target.no} and w.group_key = x.group_key
left join seen_group g on g.target_no = :#${variable.target.no} and g.name_key = x.group_key
left join owned_group o on o.target_no = :#${variable.target.no} and o.group_key = x.group_key
left join shared_group b on b.target_no = :#${variable.target.no} and b.group_key = x.group_key
where w.group_key is not null or o.group_key is not null
