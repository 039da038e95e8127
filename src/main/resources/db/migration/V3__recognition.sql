-- Recognising accounts that are there already, and what a scope and a plan need beside. E-mail addresses are compared in lower case, like names; rows from
-- before get theirs with the next reading.

alter table wanted_account add column email_key varchar(1200);

alter table seen_account add column email_key varchar(1200);
drop index seen_account_by_email;
create index seen_account_by_email on seen_account (target_no, email_key);

-- Selected people whose account an e-mail address may tell; found anew in each plan. It is settled whose account it is
-- when their username, which comes first, finds one that shows their address.
create table seeker (
  target_no    int not null,
  person_id    varchar(64) not null,
  username_key varchar(1200) not null,
  email_key    varchar(1200) not null,
  settled      boolean not null,
  primary key (target_no, person_id)
);
create index seeker_by_name on seeker (target_no, username_key);
create index seeker_by_email on seeker (target_no, email_key);

-- Their addresses that accounts show which are recorded as nobody's: how many people have one for whom it is not
-- settled, how many accounts show it, and the first of these accounts.
create table email_claim (
  target_no int not null,
  email_key varchar(1200) not null,
  people    int not null,
  accounts  int not null,
  name_key  varchar(1200) not null,
  primary key (target_no, email_key)
);

-- Memberships that were there and count as given once the plan is carried out.
create table adopted_member (
  target_no   int not null,
  run_id      bigint not null,
  group_key   varchar(255) not null,
  account_key varchar(255) not null,
  primary key (target_no, run_id, group_key, account_key)
);

-- People that match a target's user-filter; read anew by each run.
drop table filtered_person;
create table filtered_person (
  connection_no int not null,
  filter_key    varchar(64) not null,
  person_id     varchar(64) not null,
  read_no       bigint not null,
  primary key (connection_no, filter_key, person_id)
);
