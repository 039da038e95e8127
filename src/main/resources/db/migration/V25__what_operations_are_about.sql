-- What each operation is about: an Entra id, or the name of an account that is nobody's, in lower case; and a group. These
-- were indexes of the operations. But each outcome moves the row of its operation in all indexes, and while memberships
-- are carried out group by group, one by people is at another place of a large table each time. These rows are written
-- with the plan and never changed.
drop index operation_about;
drop index operation_of_group;
create index operation_of_kind on operation (run_id, target_no, kind, id);

-- It outlives operations that a plan takes back, which is no harm, as their numbers are not used again.
create table operation_about (
  operation_id bigint primary key,
  run_id       bigint not null,
  target_no    int not null,
  somebody     varchar(255),
  group_name   varchar(255)
);
create index operation_about_somebody on operation_about (run_id, target_no, somebody);
create index operation_about_group on operation_about (group_name);
