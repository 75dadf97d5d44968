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
