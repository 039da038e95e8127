-- What other targets manage is found anew in each plan.
delete from claimed_account where target_no = :#${variable.target.no}
