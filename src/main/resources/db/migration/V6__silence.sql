-- What a failed operation was to change. A discarded letter stays silent only as long as the same change is wanted.
alter table dead_letter add column was varchar(8000);
alter table dead_letter add column becomes varchar(8000);
