-- What a run has left undone is asked for one status at a time now, by the index.
drop view left_undone;
