-- A source that is withdrawn or reinstated has its assets weighed anew apart from the request, as imports are applied: it may be a
-- million, and readers of other events wait for no such transaction.
alter table source
    -- {by, reason, since}: somebody said so, and its assets are not weighed yet
    add column reconsidering jsonb,
    -- how many became others; written with them, told after
    add column reconsidered bigint;
create index source_reconsidering on source (id) where reconsidering is not null;
