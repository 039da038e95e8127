-- What other targets with the same product at the same address manage, as the plan of a target found it: of accounts,
-- by the name they have now; and groups that they fill.
create table claimed_account (
  target_no int not null,
  name_key  varchar(1200) not null,
  by_no     int not null,
  by_name   varchar(420) not null,
  primary key (target_no, name_key)
);

create table shared_group (
  target_no int not null,
  group_key varchar(255) not null,
  by_name   varchar(420) not null,
  primary key (target_no, group_key)
);
