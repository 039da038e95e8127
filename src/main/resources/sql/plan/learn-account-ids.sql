-- Not every product tells an account's own key when it creates it; the next look does.
update owned_account
set account_id = (select a.account_id from seen_account a
                  where a.target_no = owned_account.target_no and a.name_key = owned_account.name_key)
where target_no = :#${variable.target.no}
  and account_id is null
  and exists (select 1 from seen_account a
              where a.target_no = owned_account.target_no and a.name_key = owned_account.name_key
                and a.account_id is not null)
