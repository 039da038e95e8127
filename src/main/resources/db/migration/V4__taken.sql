-- How far a run has taken the operations of a target in hand, in their order by wave and number. After a crash it tells
-- what may have been sent without an answer. It takes the place of a mark on each operation, which cost as much as
-- recording how the operation ended.
create table taken (
  run_id       bigint not null,
  target_no    int not null,
  wave         int not null,
  operation_id bigint not null,
  primary key (run_id, target_no)
);
insert into taken (run_id, target_no, wave, operation_id)
select o.run_id, o.target_no, o.wave, max(o.id) from operation o
where o.claimed = true
  and o.wave = (select max(p.wave) from operation p
                where p.run_id = o.run_id and p.target_no = o.target_no and p.claimed = true)
group by o.run_id, o.target_no, o.wave;
alter table operation drop column claimed;

-- What was taken in hand, and perhaps sent, without an answer that tells how it ended. A run of all targets that
-- completed left nothing open, and had claimed what those before it left.
create view unacknowledged as
select r.connection_no, o.run_id, o.target_no, o.kind, o.user_name, o.group_name, o.person_id
from run r
join target_name n on n.connection_no = r.connection_no
cross join (values ('planned'), ('skipped'), ('dead')) as s (status)
join operation o on o.run_id = r.id and o.target_no = n.no and o.status = s.status
join taken t on t.run_id = r.id and t.target_no = o.target_no
where r.state in ('failed', 'stopped', 'completed-with-errors')
  and r.id > coalesce((select max(c.id) from run c
                       where c.connection_no = r.connection_no and c.state = 'completed' and c.targets = '[]'), 0)
  and (o.wave < t.wave or o.wave = t.wave and o.id <= t.operation_id)
  and (o.status = 'planned'
       -- Given up after a first try, whose answer may have been lost.
       or o.status = 'skipped' and o.attempts > 0
       -- A refusal is an answer; a fault of the server is none.
       or o.status = 'dead' and exists (
         select 1 from dead_letter d
         where d.operation = o.id and d.target_no = o.target_no and (d.status is null or d.status >= 500)));
