-- What the office and the board make of an initiative, what others like it taught, and what looks like parts of one.

-- Trusted: the owner of the database may create it. Ships with PostgreSQL, the embedded one included.
create extension if not exists pg_trgm;

alter table initiative drop constraint initiative_state_check;
alter table initiative add constraint initiative_state_check check (state in (
    'DRAFT', 'SUBMITTED', 'TRIAGED', 'DELEGATED', 'UNDER_REVIEW', 'SCORED', 'ON_DOCKET', 'APPROVED',
    'CONDITIONALLY_APPROVED', 'DEFERRED', 'REJECTED', 'CONVERTED', 'CLOSED', 'WITHDRAWN', 'DUPLICATE', 'MERGED'));

alter table initiative
    add column similar_to   jsonb not null default '[]',
    add column lessons      jsonb not null default '[]',
    add column alignments   jsonb not null default '[]',
    add column score        jsonb,
    add column docket       jsonb,
    add column decision     jsonb,
    add column projects     jsonb not null default '[]',
    add column vendor       text generated always as (proposal ->> 'vendor') stored,
    add column product_key  text generated always as (lower(proposal ->> 'product')) stored,
    add column funding_line text generated always as (proposal ->> 'fundingLine') stored,
    add column problem      text generated always as (proposal -> 'why' ->> 'problem') stored;

create index initiative_last_year on initiative (sponsoring_department, submitted_at);
create index initiative_title_trigrams on initiative using gin (title gin_trgm_ops);
create index initiative_problem_trigrams on initiative using gin (problem gin_trgm_ops);

-- The likely one-time cost of a proposal in one currency, as far as it is known.
create function likely_cost(proposal jsonb, currency text) returns numeric
    language sql immutable
    return coalesce((
        select sum((year -> 'likely' ->> 'amount')::numeric)
        from jsonb_array_elements(case jsonb_typeof(proposal -> 'cost' -> 'oneTime')
                                      when 'array' then proposal -> 'cost' -> 'oneTime' else '[]' end) year
        where year -> 'likely' ->> 'currency' = currency), 0);

create sequence lesson_number;
create table lesson (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('RECORDED', 'RETIRED')),
    text        jsonb not null,
    project     jsonb,
    created_by  text not null,
    created_at  timestamptz not null,
    sample_data boolean not null generated always as ((text -> 'sampleData')::boolean) stored
);
create index lesson_newest on lesson (created_at, id);
create index lesson_by_tag on lesson using gin ((text -> 'tags'));

create sequence goal_number;
create table goal (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('ACTIVE', 'RETIRED')),
    text        jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null,
    title       text not null generated always as (text ->> 'title') stored,
    sample_data boolean not null generated always as ((text -> 'sampleData')::boolean) stored
);
create index goal_newest on goal (created_at, id);
create index goal_by_title on goal (title, id);
