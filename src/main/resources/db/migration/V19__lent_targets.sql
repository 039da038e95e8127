-- Targets whose operations another instance may deliver, for the run that this one carries out.
create table lent_target (
  run_id       bigint not null,
  target_no    int not null,
  fingerprint  varchar(200) not null,
  offered_at   timestamp(3) with time zone not null,
  holder       varchar(200),
  leased_until timestamp(3) with time zone,
  stopping     boolean default false not null,
  returned     boolean default false not null,
  fault        varchar(4000),
  requests     bigint default 0 not null,
  left_alone   timestamp(3) with time zone,
  primary key (run_id, target_no)
);
