-- The inbox: what this service has taken from others, once and in order. Offsets of Kafka are an optimisation; this is
-- the truth. A source is the word in its topic's name: c3po.<source>.v1.

-- The present epoch of a source, and what its relay says of itself.
create table inbox_source (
    source text primary key,
    epoch  int not null default 0,
    marked timestamptz not null default 'epoch',
    -- aggregates of which the source cannot send an event: gaps until its operator mends them
    parked jsonb not null default '[]'
);

-- "Everything recorded up to here has come", per partition; null as long as none has said so in this epoch.
create table inbox_partition (
    source    text not null,
    partition int not null,
    epoch     int not null default 0,
    through   timestamptz,
    primary key (source, partition)
);

create table inbox (
    source         text not null,
    epoch          int not null,
    aggregate_type text not null,
    aggregate_id   text not null,
    -- the last one taken; 0 as long as none was
    version        bigint not null default 0,
    -- an event is missing, or waits for an operator, since then
    gap_since      timestamptz,
    primary key (source, epoch, aggregate_type, aggregate_id)
);
create index inbox_gaps on inbox (source) where gap_since is not null;

-- Records that could not be taken yet, as they came. With an error: poison, waits for an operator. Without: held, waits
-- for the version before it.
create table inbox_waiting (
    id             uuid primary key default gen_random_uuid(),
    source         text not null,
    epoch          int,
    aggregate_type text,
    aggregate_id   text,
    version        bigint,
    partition      int not null,
    record_offset  bigint not null,
    record_key     bytea,
    -- [[name, base64]]
    record_headers text not null,
    record_value   bytea,
    error          text,
    since          timestamptz not null default business_now(),
    -- whether the dead letter topic has its copy of the poison
    copied         boolean not null default false,
    unique (source, epoch, aggregate_type, aggregate_id, version)
);
-- where not even the headers say whose event it is
create unique index inbox_waiting_nameless on inbox_waiting (source, partition, record_offset) where aggregate_id is null;
create index inbox_waiting_since on inbox_waiting (since, id);
create index inbox_waiting_uncopied on inbox_waiting (since) where error is not null and not copied;

grant select, insert, update, delete on inbox_source, inbox_partition, inbox, inbox_waiting to ${app};
