-- Follow-up cycles: one snapshot row for each recommendation, and the ledger that these must balance.

create sequence follow_up_cycle_number;

create table follow_up_cycle (
    id           uuid primary key,
    version      bigint not null,
    access       jsonb not null,
    number       text not null unique,
    title        text not null,
    body         text not null,
    as_of        date not null,
    state        text not null check (state in ('OPEN', 'COLLECTING', 'VERIFYING', 'FROZEN', 'PUBLISHED')),
    previous     uuid references follow_up_cycle (id),
    -- the last move that its snapshot has seen
    last_move    bigint,
    ledger       jsonb,
    measures     jsonb,
    sample_data  boolean not null,
    frozen_at    timestamptz,
    published_at timestamptz,
    created_by   text not null,
    created_at   timestamptz not null,
    check ((state in ('FROZEN', 'PUBLISHED')) = (ledger is not null))
);
create index follow_up_cycle_newest on follow_up_cycle (created_at, id);
create unique index follow_up_cycle_one_open on follow_up_cycle (body)
    where state in ('OPEN', 'COLLECTING', 'VERIFYING');

create table follow_up_item (
    cycle             uuid not null references follow_up_cycle (id),
    recommendation    uuid not null references recommendation (id),
    number            text not null,
    lead_department   text not null,
    was_lead          text,
    verified_status   text not null,
    management_status text not null,
    original_target   date,
    current_target    date,
    confidential      boolean not null,
    opening           int not null,
    issued            int not null,
    reopened          int not null,
    implemented       int not null,
    closed            int not null,
    closing           int not null,
    class             text not null,
    flags             jsonb not null,
    primary key (cycle, recommendation)
);
create index follow_up_item_by_number on follow_up_item (cycle, number, recommendation);
create trigger follow_up_item_fixed before update or delete on follow_up_item
    for each row execute function never_again();
