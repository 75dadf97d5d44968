-- Places in the feed that are kept for jobs without storage.
create table change_subscription (
    name            text primary key,
    owner           text not null,
    version         bigint not null,
    types           text[] not null,
    departments     text[] not null,
    programs        text[] not null,
    fields          text[] not null,
    mode            text not null,
    place           text not null,
    created_at      timestamptz not null,
    acknowledged_at timestamptz
);
create index change_subscription_by_owner on change_subscription (owner, name);

-- The position of the log that each report was frozen at.
create table report_pin (
    report uuid primary key,
    seq    bigint not null
);
