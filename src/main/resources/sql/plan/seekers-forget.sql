-- Who looks for an account is found anew in each plan.
delete from seeker where target_no = :#${variable.target.no}
