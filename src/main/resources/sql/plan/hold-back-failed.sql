-- What failed for good before waits until its next try. What an operator discarded stays silent, as long as it is the
-- same change that is wanted.
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
          and coalesce(d.becomes, '') = coalesce(operation.becomes, '')))
