-- While a plan waited, another target may have taken an account over: that one is left to it.
update operation
set status = 'skipped', reason = 'claimed'
where run_id = :#${variable.run.id}
  and target_no = :#${variable.target.no}
  and status = 'planned'
  and lower(user_name) in (select c.name_key from claimed_account c where c.target_no = :#${variable.target.no})
