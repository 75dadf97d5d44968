create table delegation (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    delegator   text not null,
    delegate    text not null check (delegate <> delegator),
    starts_on   date not null,
    ends_on     date not null check (ends_on between starts_on and starts_on + 90),
    -- for what, and up to how much
    scope       jsonb not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
create index delegation_newest on delegation (created_at, id);
create index delegation_by_delegator on delegation (delegator, created_at, id);
create index delegation_by_delegate on delegation (delegate, created_at, id);

-- Refused attempts to sign. No foreign key: the refused request still holds the charter's lock.
create table signing_attempt (
    id           uuid primary key,
    version      bigint not null,
    access       jsonb not null,
    charter      uuid not null,
    seat         text not null,
    purpose      text not null,
    person       text not null,
    code         text not null,
    attempted_at timestamptz not null
);
create index signing_attempt_of_charter on signing_attempt (charter, attempted_at, id);
