-- Scoring models and the marks that assessors give by them.

create sequence scoring_model_number;
create table scoring_model (
    id         uuid primary key,
    version    bigint not null,
    access     jsonb not null,
    number     text not null unique,
    state      text not null check (state in ('DRAFT', 'ADOPTED', 'SUPERSEDED')),
    text       jsonb not null,
    authors    jsonb not null,
    adopted_by text,
    adopted_at timestamptz,
    created_at timestamptz not null,
    -- Only one is marked by. Checked at the end, because an adoption supersedes the one before it.
    constraint one_adopted_model exclude using btree (state with =) where (state = 'ADOPTED')
        deferrable initially deferred
);
create index scoring_model_newest on scoring_model (created_at, id);

create sequence assessment_number;
create table assessment (
    id            uuid primary key,
    version       bigint not null,
    access        jsonb not null,
    number        text not null unique,
    initiative_id uuid not null references initiative (id),
    initiative    jsonb not null,
    revision      int not null,
    model         jsonb not null,
    text          jsonb not null,
    assessor      text not null,
    at            timestamptz not null,
    -- Nobody counts twice.
    constraint marked_once unique (initiative_id, revision, assessor)
);
create index assessment_newest on assessment (at, id);
