-- So are the addresses by which they are recognised.
delete from email_claim where target_no = :#${variable.target.no}
