-- What finance systems post. Rows are only ever added: a correction is a row of its own.

create table cost_entry (
    id           uuid primary key,
    project      uuid not null references project (id),
    source       text not null,
    native_key   text not null,
    kind         text not null check (kind in ('BUDGET', 'ENCUMBRANCE', 'ACTUAL')),
    amount       numeric(17, 2) not null,
    currency     text not null,
    posted_on    date not null,
    funding_line text,
    corrects     text,
    text         text,
    recorded_at  timestamptz not null,
    unique (source, native_key)
);
create index cost_entry_of_project on cost_entry (project, id);
create index cost_entry_by_day on cost_entry (project, kind, posted_on);

-- Until which day a project's periods are closed.
create table cost_closed (
    project uuid primary key references project (id),
    through date not null
);
