-- Clashes are found anew in each plan.
delete from clashing_name where target_no = :#${variable.target.no}
