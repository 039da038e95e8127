-- A membership that somebody took away by hand is ours no longer: one that is put back by hand stays. A group that shows
-- nobody may only have answered badly, and an inactive account may only not be shown.
delete from given_member
where target_no = :#${variable.target.no}
  and group_key > :#${variable.from}
  and group_key <= :#${variable.upto}
  and not exists (
    select 1 from seen_member m
    where m.target_no = given_member.target_no and m.group_key = given_member.group_key
      and m.account_key = given_member.account_key)
  and exists (
    select 1 from seen_account a
    where a.target_no = given_member.target_no and a.name_key = given_member.account_key and a.active = true)
  and exists (
    select 1 from seen_member s
    where s.target_no = given_member.target_no and s.group_key = given_member.group_key)
