-- A state of 2 to 4 KB stays in its row. Cut out at 2 KB, as PostgreSQL does by itself, it is compressed for nothing and
-- written into a second table, and the relay gathers it again.
alter table journal set (toast_tuple_target = 4000);
