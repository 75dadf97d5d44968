-- Where a subject's line before this one stands. What a subject was before a round is found by two steps that are the same
-- for the tenth change of a record and for its thousandth; looking back through its lines is not.
alter table change add column previous bigint;

update change c
set previous = p.previous
from (select seq, lag(seq) over (partition by subject_type, subject_id order by seq) as previous from change) p
where p.seq = c.seq and p.previous is not null;
