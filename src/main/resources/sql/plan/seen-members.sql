-- Who is in them, and whether Roster gave that.
select m.group_key, m.account_key, case when v.account_key is null then false else true end as given
from seen_member m
left join given_member v
  on v.target_no = m.target_no and v.group_key = m.group_key and v.account_key = m.account_key
where m.target_no = :#${variable.target.no}
  and m.group_key > :#${variable.after}
  and m.group_key <= :#${variable.upto}
