-- The policy register, support for delegated initiatives, and trainings.

alter table project add column compliance jsonb not null default '[]';
-- Closed projects of a kind are the reference class of the next one.
create index project_closed_by_kind on project ((plan ->> 'kind')) where state = 'CLOSED';

create sequence policy_number;
create table policy (
    id               uuid primary key,
    version          bigint not null,
    access           jsonb not null,
    number           text not null unique,
    state            text not null check (state in ('DRAFT', 'ADOPTED', 'SUPERSEDED')),
    code             text not null,
    edition          int not null,
    text             jsonb not null,
    authors          jsonb not null,
    acknowledgements jsonb not null,
    adopted_on       date,
    adopted_by       text,
    created_at       timestamptz not null,
    -- Of each policy one edition is in force. Checked at the end, because an adoption supersedes the one before it.
    constraint one_edition_in_force exclude using btree (code with =) where (state = 'ADOPTED')
        deferrable initially deferred
);
create index policy_newest on policy (created_at, id);
create index policy_by_code on policy (code, id);

create sequence support_engagement_number;
create table support_engagement (
    id            uuid primary key,
    version       bigint not null,
    access        jsonb not null,
    number        text not null unique,
    state         text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'COMPLETED')),
    initiative_id uuid not null references initiative (id),
    initiative    jsonb not null,
    department    text not null,
    supporter     text not null,
    offer         text not null,
    comment       text,
    outcome       text,
    created_at    timestamptz not null
);
create unique index one_open_engagement on support_engagement (initiative_id) where state in ('OFFERED', 'ACCEPTED');
create index support_engagement_newest on support_engagement (created_at, id);

create sequence training_number;
create table training (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    plan        jsonb not null,
    sessions    jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null,
    sample_data boolean not null generated always as ((plan -> 'sampleData')::boolean) stored
);
create index training_newest on training (created_at, id);
