-- Licence seats, as the last look found them: how many are left for each application of a product that limits them, and
-- whose members take one.
create table seat_count (
  target_no   int not null,
  application varchar(255) not null,
  seats_left  bigint not null,
  primary key (target_no, application)
);

create table seat_group (
  target_no   int not null,
  application varchar(255) not null,
  group_key   varchar(255) not null,
  primary key (target_no, application, group_key)
);
