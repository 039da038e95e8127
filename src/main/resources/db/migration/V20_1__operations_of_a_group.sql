-- For a search through the operations of all runs. Those about somebody are found by operation_about, run by run.
create index operation_of_group on operation (group_name);
