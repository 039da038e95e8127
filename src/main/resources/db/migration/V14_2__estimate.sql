-- How long a request to a service takes, in milliseconds, as the last run found it; null where none of that kind was sent.
create table request_time (
  service varchar(200) primary key,
  reading double precision,
  writing double precision
);

-- Which limits a plan is over, how far and by whom: a list, as JSON.
alter table run add column passed_limits varchar(32000);
