-- What was earned, month by month.

create table progress_period (
    id         uuid primary key,
    project    uuid not null references project (id),
    version    bigint not null,
    access     jsonb not null,
    state      text not null check (state in ('OPEN', 'CLOSED')),
    period_end date not null,
    text       jsonb not null,
    figures    jsonb not null,
    unique (project, period_end)
);
create unique index one_period_open on progress_period (project) where state = 'OPEN';
