-- How many people and groups each reason was the decision about. There are no rows of a target when that has to be
-- counted anew.
create table decision_count (
  target_no int not null,
  reason    varchar(60) not null,
  number    bigint not null,
  primary key (target_no, reason)
);
