-- What may happen to projects, what has gone wrong in them, and what is done about it.

create sequence risk_number;
create table risk (
    id          uuid primary key,
    project     uuid not null references project (id),
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('OPEN', 'OCCURRED', 'CLOSED')),
    text        jsonb not null,
    inherent    jsonb not null,
    current     jsonb not null,
    response    jsonb,
    next_review date,
    issue       jsonb,
    closure     text,
    created_by  text not null,
    created_at  timestamptz not null,
    -- whatever is open is looked at again
    check ((state = 'OPEN') = (next_review is not null))
);
create index risk_newest on risk (project, created_at, id);
create index risk_to_review on risk (next_review) where state = 'OPEN';

create sequence issue_number;
create table issue (
    id         uuid primary key,
    project    uuid not null references project (id),
    version    bigint not null,
    access     jsonb not null,
    number     text not null unique,
    state      text not null check (state in ('OPEN', 'RESOLVED', 'CLOSED')),
    text       jsonb not null,
    risk       jsonb,
    actions    jsonb not null,
    decisions  jsonb not null,
    changes    jsonb not null,
    resolution text,
    created_by text not null,
    created_at timestamptz not null
);
create index issue_newest on issue (project, created_at, id);

alter table change_request add column issue jsonb;
