-- As the journal's rows: a state of 2 to 4 KB is neither compressed for nothing nor cut out of its row.
alter table known_record set (toast_tuple_target = 4000);
