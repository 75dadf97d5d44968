-- Baselines and the change requests that move them.

create sequence change_request_number;
create table change_request (
    id          uuid primary key,
    project     uuid not null references project (id),
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('DRAFT', 'SUBMITTED', 'ASSESSED', 'APPROVED', 'REJECTED', 'DEFERRED',
                                               'IMPLEMENTED')),
    text        jsonb not null,
    impact      jsonb,
    assessed_by text,
    decided_by  text,
    comment     text,
    decision    text,
    baseline    jsonb,
    created_by  text not null,
    created_at  timestamptz not null
);
create index change_request_newest on change_request (project, created_at, id);

create table baseline (
    id          uuid primary key,
    project     uuid not null references project (id),
    version     bigint not null,
    access      jsonb not null,
    state       text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SUPERSEDED')),
    ordinal     int,
    content     jsonb not null,
    changes     jsonb not null,
    authors     jsonb not null,
    approved_by text,
    approved_at timestamptz,
    created_at  timestamptz not null,
    unique (project, ordinal),
    -- One is in force and one at most is being decided. Checked at the end, because an approval supersedes the last one.
    constraint one_baseline_in_force exclude using btree (project with =) where (state = 'APPROVED')
        deferrable initially deferred
);
create unique index one_baseline_open on baseline (project) where state in ('DRAFT', 'SUBMITTED');
create index baseline_newest on baseline (project, created_at, id);

create table baseline_item (
    baseline uuid not null references baseline (id),
    ordinal  int not null,
    activity text not null,
    said     jsonb not null,
    start    date not null,
    finish   date not null,
    primary key (baseline, ordinal)
);

-- What was approved is never changed, by nobody.
create function keep_approved_baselines() returns trigger
    language plpgsql as $$
declare
    stands text;
begin
    select state into stands from baseline
    where id = case when tg_op = 'DELETE' then old.baseline else new.baseline end;
    if stands in ('APPROVED', 'SUPERSEDED') then
        raise exception 'an approved baseline is immutable' using errcode = '23514';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger baseline_item_kept before insert or update or delete on baseline_item
    for each row execute function keep_approved_baselines();
