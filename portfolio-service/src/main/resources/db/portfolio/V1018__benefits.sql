-- What projects are for, and what has come of it.

create sequence benefit_number;
create table benefit (
    id         uuid primary key,
    project    uuid not null references project (id),
    version    bigint not null,
    access     jsonb not null,
    number     text not null unique,
    state      text not null check (state in ('TRACKED', 'CLOSED')),
    text       jsonb not null,
    readings   jsonb not null,
    realised   numeric(17, 2),
    closure    text,
    created_at timestamptz not null
);
create index benefit_newest on benefit (project, created_at, id);
