-- Until when services asked to be left alone, when that is long: a process that is started anew obeys as well.
create table left_alone (
  service  varchar(200) primary key,
  until_at timestamp(3) with time zone not null
);
