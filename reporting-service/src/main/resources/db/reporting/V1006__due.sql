-- A report is due by the end of its meeting's day; whether reports come on time is measured by others. For reports of
-- before: as far from the end of the cut-off's day as the two days are from each other.
alter table report add column due_at timestamptz;
update report set due_at = cut_off + make_interval(days => meeting_date - (cycle ->> 'cutOff')::date);
alter table report alter column due_at set not null;
