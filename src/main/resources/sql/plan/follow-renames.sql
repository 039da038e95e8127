-- An account that was renamed in the product is still the same account.
update owned_account
set name_key = (select min(a.name_key) from seen_account a
                where a.target_no = owned_account.target_no and a.account_id = owned_account.account_id)
where target_no = :#${variable.target.no}
  and account_id is not null
  and exists (select 1 from seen_account a
              where a.target_no = owned_account.target_no and a.account_id = owned_account.account_id
                and a.name_key <> owned_account.name_key)
  and not exists (select 1 from seen_account a
                  where a.target_no = owned_account.target_no and a.name_key = owned_account.name_key)
