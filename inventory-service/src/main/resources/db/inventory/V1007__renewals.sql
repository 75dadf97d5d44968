-- Renewals: one per entitlement and term that ends. Deadlines are kept as they are reckoned when something changes.

create table renewal (
    id                uuid primary key,
    version           bigint not null,
    access            jsonb not null,
    entitlement       uuid not null references entitlement (id),
    -- the last day of the term that ends
    term_end          date not null,
    state             text not null check (state in ('OPEN', 'DECIDED', 'AUTO_RENEWED', 'LAPSED', 'CALLED_OFF')),
    -- the entitlement as it was when this was last looked at
    entitled          jsonb not null,
    notice_deadline   date not null,
    decision_deadline date not null,
    -- offsets told so far
    alerted           jsonb not null default '[]',
    decision          text check (decision in ('RENEW', 'RENEGOTIATE', 'REPLACE', 'CANCEL')),
    reason            text,
    decided_by        text,
    decided_at        timestamptz,
    opened_at         timestamptz not null,
    unique (entitlement, term_end)
);
create index renewal_open on renewal (decision_deadline, id) where state = 'OPEN';
create index renewal_by_state on renewal (state, id);

-- Each alert once, whoever looks: the key is in the table.
create table renewal_alert (
    entitlement uuid not null,
    term_end    date not null,
    days        int not null,
    at          timestamptz not null,
    primary key (entitlement, term_end, days)
);
