-- Clashes over the names of those who are due are found anew; who shares a name with them is due as well.
delete from clashing_name
where target_no = :#${variable.target.no}
  and username_key in (
    select w.username_key from due_person d
    join wanted_account w on w.target_no = d.target_no and w.person_id = d.person_id
    where d.target_no = :#${variable.target.no} and w.username_key is not null)
