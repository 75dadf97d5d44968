-- When a report was superseded, withdrawn or cancelled: whoever follows the feed of reports is told by it that an entry changed.
alter table report add column ended_at timestamptz;
