-- What the plan of a run makes somebody worry about, though it waits for nobody: a list, as JSON.
alter table run add column warnings varchar(32000);
