-- One row that is written to see whether what is committed reaches the disk.
create table canary (
  token varchar(36) not null
);

-- There is always exactly one.
insert into canary (token) values ('not yet');
