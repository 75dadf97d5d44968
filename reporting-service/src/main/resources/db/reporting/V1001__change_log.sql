-- The change log: what became of every subject of every source, in one order without gaps.

-- Locked first in every transaction that appends, so that positions are taken in the order of commits: whoever sees a
-- position sees all before it.
create table change_counter (
    single     boolean primary key default true check (single),
    head       bigint not null default 0,
    -- forked when a source begins anew: positions of before lead nowhere
    generation int not null default 1
);
insert into change_counter default values;

create table change (
    seq            bigint primary key,
    subject_type   text not null,
    subject_id     text not null,
    subject_number text,
    subject_href   text,
    version        bigint not null,
    op             text not null,
    -- whether there was such a subject before this, and whether there is one after
    present_before boolean not null,
    present        boolean not null,
    -- [{path, from, to}]
    changes        jsonb not null,
    -- after this; null where it was erased, or is not known
    state          jsonb,
    access         jsonb not null,
    -- before this, where it was another
    access_before  jsonb,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    source         text not null,
    -- null for what is no event of the source: gaps, and what a rewind removes
    event_id       text,
    event_type     text
);
-- the state of a subject at any position, and whether a change was its last up to one
create unique index change_of_subject on change (subject_type, subject_id, seq);

-- The state of everything at the head of the log; can be made again from it.
create table subject (
    type    text not null,
    id      text not null,
    number  text,
    href    text,
    version bigint not null,
    present boolean not null,
    state   jsonb,
    access  jsonb not null,
    source  text not null,
    seq     bigint not null,
    primary key (type, id)
);
create index subject_by_source on subject (source);

-- The log is never cut or rewritten, but for what was erased at its source.
revoke all on change from ${app};
grant select, insert on change to ${app};
grant update (state, changes) on change to ${app};
