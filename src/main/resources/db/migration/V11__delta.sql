-- What changed in Entra since a target was last brought up to date: everybody and every group that a plan of changes has
-- to look at. A mark is written together with the change itself.
create table due_person (
  target_no int not null,
  person_id varchar(64) not null,
  since_run bigint not null,
  primary key (target_no, person_id)
);

create table due_group (
  target_no int not null,
  group_id  varchar(64) not null,
  since_run bigint not null,
  primary key (target_no, group_id)
);

-- Groups that changed as a whole: who is in them or below them is due as well, once the nesting is worked out anew.
create table changed_group (
  target_no int not null,
  group_id  varchar(64) not null,
  primary key (target_no, group_id)
);

-- With which settings and routes everything was last planned.
create table full_plan (
  target_no     int primary key,
  run_id        bigint not null,
  settings_hash varchar(64) not null
);

-- The name that the rules gave; the other column may have the product's spelling by now.
alter table wanted_group add column rule_name varchar(1200);

-- People who are no longer there and may come back. Entra keeps a deleted person's memberships for thirty days, and says
-- nothing about them when it restores the person.
create table gone_person (
  connection_no int not null,
  id            varchar(64) not null,
  since         timestamp(3) with time zone not null,
  primary key (connection_no, id)
);

-- The run that a membership or a nesting last came up in, for rounds that show everything.
alter table membership add column read_no bigint default 0 not null;
alter table nesting add column read_no bigint default 0 not null;

-- How far the reading of changes has come, for people and for groups: where the round under way goes on, or where the
-- next one begins. A whole round shows everything; it began with the run round_no. Basis stands for the settings and
-- permissions that the pages were asked for and read with.
create table delta_round (
  connection_no int not null,
  listing       varchar(10) not null,
  basis         varchar(64) not null,
  round_no      bigint not null,
  whole         boolean not null,
  next_link     varchar(8192),
  delta_link    varchar(8192),
  primary key (connection_no, listing)
);

-- Targets whose groups were chosen by the rules with this basis, and no group has changed since.
create table chosen (
  target_no int primary key,
  basis     varchar(64) not null
);

insert into gone_person (connection_no, id, since)
select distinct t.connection_no, w.person_id, current_timestamp
from wanted_account w
join target_name t on t.no = w.target_no
left join person p on p.connection_no = t.connection_no and p.id = w.person_id
where p.id is null;
