-- Groups of which a product said, when something was to be done in them, that they are not there, or that the account is
-- not: what is remembered of them is doubted until it has been looked at.
alter table due_target_group add column doubted boolean default false not null;
