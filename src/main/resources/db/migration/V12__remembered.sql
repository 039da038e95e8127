-- What the products hold is remembered between looks, and follows what runs do there. Not every product tells an
-- account's own key when it creates it: that is null until the next look, which every target gets after this change.
drop table seen_account;
create table seen_account (
  target_no    int not null,
  name_key     varchar(1200) not null,
  name         varchar(1200) not null,
  account_id   varchar(255),
  display_name varchar(1200),
  email        varchar(1200),
  email_key    varchar(1200),
  active       boolean not null,
  writable     boolean not null,
  read_no      bigint not null,
  primary key (target_no, name_key)
);
create index seen_account_by_id on seen_account (target_no, account_id);
create index seen_account_by_email on seen_account (target_no, email_key);

-- The run by which the members of a group are known; they are when that is the one by which the group is.
alter table seen_group add column members_read bigint default 0 not null;

-- What a look around found: the product's version, who Roster is there, which groups give access or administer it.
alter table target_name add column around varchar(64);

-- Why a run looks at and plans nothing of a target, what is due, or everything.
create table breadth (
  run_id    bigint not null,
  target_no int not null,
  cause     varchar(40) not null,
  primary key (run_id, target_no)
);

-- Groups of a product, by their key there, that the next plan has to decide about.
create table due_target_group (
  target_no int not null,
  group_key varchar(255) not null,
  since_run bigint not null,
  primary key (target_no, group_key)
);

-- Whether an operation mends what somebody has changed by hand in the product.
alter table operation add column drift boolean default false not null;

-- Whom a failed operation was about; the operation itself is forgotten sooner.
alter table dead_letter add column person_id varchar(64);
update dead_letter set person_id = (select o.person_id from operation o where o.id = dead_letter.operation);

create index decision_by_reason on decision (target_no, reason);
create index owned_group_source_by_entra_group on owned_group_source (target_no, group_id);

-- What a run has planned and not carried out, and that the next run has to plan again. What waits for a further try,
-- and what hangs on that, is not among it: its dead letter says when. What has just failed is looked at again at once.
create view left_undone as
select o.run_id, o.target_no, o.kind, o.person_id, o.group_name
from (values ('planned'), ('skipped'), ('dead')) as s (status)
join operation o on o.status = s.status
where o.reason not in ('waiting-to-retry', 'silenced')
  and not exists (
    select 1 from dead_letter d
    where d.target_no = o.target_no and d.person_id = o.person_id
      and (o.kind in ('add-member', 'remove-member') and d.kind in ('create-user', 'rename-user')
        or o.kind in ('deactivate-user', 'delete-user')
          and d.kind in ('reassign-project-lead', 'reassign-component-lead')))
  and not exists (
    select 1 from dead_letter d
    where d.target_no = o.target_no and o.kind = 'add-member' and d.kind = 'create-group'
      and d.group_name = o.group_name);

-- Connections whose reconcile was due while another run was at work: it follows that run.
create table awaited_reconcile (
  connection_no int primary key
);
