-- What projects may come to; rows are only ever added.

create table forecast_run (
    id         uuid primary key,
    project    uuid not null references project (id),
    version    bigint not null,
    access     jsonb not null,
    runs       int not null,
    seed       bigint not null,
    sha256     text not null,
    risks      jsonb not null,
    result     jsonb not null,
    created_by text not null,
    created_at timestamptz not null
);
create index forecast_run_newest on forecast_run (project, created_at, id);
