-- How projects stand at the end of each period, and what follows from it.

alter table project add column colour jsonb;
create index project_coloured on project (id) where colour is not null;

create table status_report (
    id           uuid primary key,
    project      uuid not null references project (id),
    version      bigint not null,
    access       jsonb not null,
    state        text not null check (state in ('DRAFT', 'PUBLISHED')),
    period_end   date not null,
    text         jsonb not null,
    standing     jsonb not null,
    published_by text,
    published_at timestamptz,
    created_at   timestamptz not null,
    unique (project, period_end),
    check ((state = 'PUBLISHED') = (published_at is not null))
);
create unique index one_status_draft on status_report (project) where state = 'DRAFT';
create index status_report_newest on status_report (project, created_at, id);

create table divergence (
    id           uuid primary key,
    project      uuid not null references project (id),
    version      bigint not null,
    access       jsonb not null,
    state        text not null check (state in ('OPEN', 'EXPLAINED')),
    report       jsonb not null,
    period_end   date not null,
    dimension    text,
    computed     text not null,
    reported     text not null,
    reason       text not null,
    reported_by  text not null,
    explanation  text,
    explained_by text,
    created_at   timestamptz not null
);
create index divergence_newest on divergence (project, created_at, id);

create table response_plan (
    id         uuid primary key,
    project    uuid not null references project (id),
    version    bigint not null,
    access     jsonb not null,
    state      text not null check (state in ('OPEN', 'COMPLETED', 'ABANDONED')),
    report     jsonb not null,
    plan       jsonb not null,
    comment    text,
    created_at timestamptz not null
);
create index response_plan_newest on response_plan (project, created_at, id);
