-- Initiatives. "proposal" is what the department says; what lists filter and sort by is generated from the documents,
-- so that it cannot disagree with them.

create sequence initiative_number;

create table initiative (
    id                    uuid primary key,
    version               bigint not null,
    access                jsonb not null,
    number                text not null unique,
    state                 text not null check (state in ('DRAFT', 'SUBMITTED', 'TRIAGED', 'DELEGATED', 'UNDER_REVIEW',
                                                         'WITHDRAWN', 'DUPLICATE', 'MERGED')),
    proposal              jsonb not null,
    revision              int not null,
    triage                jsonb,
    override_request      jsonb,
    ppm                   text,
    authors               jsonb not null,
    comments              jsonb not null,
    duplicate_of          jsonb,
    merged_into           jsonb,
    source                text,
    created_by            text not null,
    created_at            timestamptz not null,
    submitted_at          timestamptz,
    title                 text not null generated always as (proposal ->> 'title') stored,
    sponsoring_department text not null generated always as (proposal ->> 'sponsoringDepartment') stored,
    sample_data           boolean not null generated always as ((proposal -> 'sampleData')::boolean) stored,
    triage_class          text generated always as (triage ->> 'outcome') stored
);

create trigger initiative_refs_inserted after insert on initiative
    for each row execute function keep_external_refs('initiative', 'proposal');
create trigger initiative_refs_changed after update on initiative
    for each row when (old.proposal -> 'externalRefs' is distinct from new.proposal -> 'externalRefs')
    execute function keep_external_refs('initiative', 'proposal');

-- The plans of the list, explained on 50,000 rows (PostgreSQL 18, a page of 50):
--   each order alone                 index scan of its index, 51 rows read, about 1 ms
--   state, department, class         index scan of their index, already in the order NEWEST and OLDEST
--   two of these together            BitmapAnd of both and a top-N sort, 9 ms for 334 matches
--   number, externalRef              one row by its unique index (external_ref_pkey, then initiative_pkey)
--   q                                bitmap scan of initiative_title_words, then a sort of the matches
--   submittedFrom, submittedTo       range of initiative_last_submitted
--   sampleData=true                  initiative_samples
-- Who may see a row is a filter on the rows read: employees see nearly all, and a feeder asks for its externalRef.
create index initiative_newest on initiative (created_at, id);
create index initiative_by_title on initiative (title, id);
create index initiative_last_submitted on initiative ((coalesce(submitted_at, 'epoch')), id);
create index initiative_by_state on initiative (state, created_at, id);
create index initiative_by_department on initiative (sponsoring_department, created_at, id);
create index initiative_by_class on initiative (triage_class, created_at, id);
create index initiative_title_words on initiative using gin (to_tsvector('simple', title));
create index initiative_samples on initiative (created_at, id) where sample_data;
