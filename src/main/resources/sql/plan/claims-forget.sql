delete from claimed_account where target_no = :#${variable.target.no}
