-- So are the groups that they fill.
delete from shared_group where target_no = :#${variable.target.no}
