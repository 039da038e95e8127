-- What another target with the same product creates in the very run that plans for both.
alter table claimed_account add column planned boolean default false not null;
alter table shared_group add column planned boolean default false not null;
