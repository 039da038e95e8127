-- Who has one address, for plans of those who are due.
create index wanted_account_by_email on wanted_account (target_no, email_key);
