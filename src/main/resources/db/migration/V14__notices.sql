-- What was last told of a connection, by each channel: how it stood after which run. One channel can fail while another is heard.
create table notice (
  connection_no int not null references connection_name (no),
  channel       varchar(20) not null,
  state         varchar(30) not null,
  run_id        bigint not null,
  told_at       timestamp(3) with time zone not null,
  primary key (connection_no, channel)
);
insert into notice (connection_no, channel, state, run_id, told_at)
select connection_no, 'webhook', state, run_id, told_at from told;
drop table told;
