-- What failed for good before waits until its next try. What an operator discarded stays silent, as long as it is the
-- same change that is wanted. A membership does not wait when its group or its account is made in this very plan: what it
-- failed for is another one. Wave 1 is groups created, wave 4 accounts; the index goes by them. Both questions speak of
-- the dead letter, so that PostgreSQL asks them of what has one, and not of every operation first.
update operation
set status = 'skipped',
    -- HSQLDB pads the shorter of two literals with blanks unless one is a varchar.
    reason = case when exists (
      select 1 from dead_letter d
      where d.target_no = operation.target_no and d.kind = operation.kind and d.state = 'discarded'
        and d.user_name = coalesce(operation.user_name, '') and d.group_name = coalesce(operation.group_name, ''))
      then cast('silenced' as varchar(60)) else 'waiting-to-retry' end
where run_id = :#${variable.run.id}
  and target_no = :#${variable.target.no}
  and status = 'planned'
  and exists (
    select 1 from dead_letter d
    where d.target_no = operation.target_no and d.kind = operation.kind
      and d.user_name = coalesce(operation.user_name, '') and d.group_name = coalesce(operation.group_name, '')
      and (d.state = 'open' and d.next_at > :#${variable.now}
        or d.state = 'discarded' and coalesce(d.was, '') = coalesce(operation.was, '')
          and coalesce(d.becomes, '') = coalesce(operation.becomes, ''))
      and not exists (
        select 1 from operation c
        where c.run_id = operation.run_id and c.target_no = operation.target_no and c.status = 'planned'
          and c.wave = 1 and d.kind = 'add-member' and c.kind = 'create-group'
          and c.group_name = d.group_name)
      and not exists (
        select 1 from operation c
        where c.run_id = operation.run_id and c.target_no = operation.target_no and c.status = 'planned'
          and c.wave = 4 and d.kind = 'add-member' and c.kind = 'create-user'
          and c.person_id = operation.person_id))
