-- Who leads what in a product where people lead things, as a plan with leavers found it.
create table seen_lead (
  target_no  int not null,
  kind       varchar(20) not null,
  id         varchar(255) not null,
  name       varchar(255) not null,
  account_id varchar(255) not null,
  primary key (target_no, kind, id)
);
create index seen_lead_by_account on seen_lead (target_no, account_id);
