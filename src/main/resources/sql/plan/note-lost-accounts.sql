-- An account that was ours is to be made anew, and put where it was: somebody has deleted it by hand, whatever else Entra
-- has changed about the person.
update operation
set drift = true
where run_id = :#${variable.run.id}
  and target_no = :#${variable.target.no}
  and (kind = 'create-user' and exists (
      select 1 from owned_account o where o.target_no = operation.target_no and o.person_id = operation.person_id)
    or kind = 'add-member' and exists (
      select 1 from given_member g
      where g.target_no = operation.target_no and g.group_key = lower(operation.group_name)
        and g.account_key = lower(operation.user_name))
    and not exists (
      select 1 from seen_account a
      where a.target_no = operation.target_no and a.name_key = lower(operation.user_name)))
