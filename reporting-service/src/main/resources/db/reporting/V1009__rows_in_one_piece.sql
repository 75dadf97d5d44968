-- As the journal's rows: a state of 2 to 4 KB is neither compressed for nothing nor cut out of its row.
alter table change set (toast_tuple_target = 4000);
alter table subject set (toast_tuple_target = 4000);
