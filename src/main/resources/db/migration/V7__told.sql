-- What the webhook was last told of a connection: how it stood after which run.
create table told (
  connection_no int primary key references connection_name (no),
  state         varchar(30) not null,
  run_id        bigint not null,
  told_at       timestamp(3) with time zone not null
);
