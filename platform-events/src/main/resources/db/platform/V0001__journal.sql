-- The journal: outbox, history and time machine in one append-only table.
-- ${app} is the runtime role of the service. It owns nothing; on the journal it may insert and read.

create function sha256_of(content text) returns bytea
    language sql immutable parallel safe
    return sha256(convert_to(content, 'UTF8'));

-- Business time ------------------------------------------------------------------------------------------------------

create table business_clock (
    singleton boolean primary key default true check (singleton),
    ahead     interval not null default interval '0' check (ahead >= interval '0')
);
insert into business_clock default values;

create function business_now() returns timestamptz
    language sql volatile
    begin atomic
        select clock_timestamp() + ahead from business_clock;
    end;

-- Whoever journals takes this lock shared before it reads the time; whoever moves the clock takes it alone.
create function business_clock_lock() returns bigint
    language sql immutable
    return 4201;

create function business_clock_advance(step interval) returns timestamptz
    language plpgsql as $$
begin
    if step <= interval '0' then
        raise exception 'the business clock only moves forward';
    end if;
    perform pg_advisory_xact_lock(business_clock_lock());
    -- justified to seconds: months and days of an interval have no fixed length
    update business_clock set ahead = make_interval(secs => extract(epoch from ahead) + extract(epoch from step));
    return business_now();
end $$;
revoke execute on function business_clock_advance(interval) from public;

-- The feed's epoch: a restore or an erasure opens a new one ------------------------------------------------------------

create table feed_epoch (
    singleton boolean primary key default true check (singleton),
    epoch     int not null default 1
);
insert into feed_epoch default values;

-- Journal ------------------------------------------------------------------------------------------------------------

create table journal (
    id             bigint generated always as identity primary key,
    event_id       uuid not null unique,
    aggregate_type text not null,
    aggregate_id   text not null check (length(aggregate_id) between 1 and 255),
    version        bigint not null check (version > 0),
    type           text not null,
    schema         text not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    actor          text not null,
    reason         text,
    trace_parent   text,
    access         jsonb not null,
    fact           jsonb,
    state          jsonb,
    tasks          jsonb,
    -- digests outlive an erasure of fact and state, so that the chain still verifies
    fact_sha256    bytea not null,
    state_sha256   bytea not null,
    prev_hash      bytea not null check (length(prev_hash) = 32),
    hash           bytea not null check (length(hash) = 32),
    unique (aggregate_type, aggregate_id, version)
);
create index journal_recorded on journal (recorded_at);

-- The one hash: single and bulk writes and the verification share it. Every part is preceded by its length in bytes,
-- so that no two different rows read alike.
create function journal_hash(
    prev_hash bytea, event_id uuid, aggregate_type text, aggregate_id text, version bigint, type text,
    occurred_at timestamptz, recorded_at timestamptz, actor text, fact_sha256 bytea, state_sha256 bytea
) returns bytea
    language sql immutable parallel safe
    return sha256((
        select string_agg(int4send(length(part)) || part, ''::bytea order by n)
        from unnest(array[
            prev_hash,
            uuid_send(event_id),
            convert_to(aggregate_type, 'UTF8'),
            convert_to(aggregate_id, 'UTF8'),
            int8send(version),
            convert_to(type, 'UTF8'),
            int8send((extract(epoch from occurred_at) * 1000000)::bigint),
            int8send((extract(epoch from recorded_at) * 1000000)::bigint),
            convert_to(actor, 'UTF8'),
            fact_sha256,
            state_sha256
        ]) with ordinality as parts(part, n)));

create table outbox (
    journal_id bigint primary key references journal (id),
    topic      text not null
);
create index outbox_by_topic on outbox (topic, journal_id);

create table outbox_parked (
    topic          text not null,
    aggregate_type text not null,
    aggregate_id   text not null,
    error          text not null,
    since          timestamptz not null,
    primary key (topic, aggregate_type, aggregate_id)
);

-- How far each topic was told to be complete. No row is recorded at or before it, not even when the server's clock was
-- set back.
create table relay_mark (
    topic   text primary key,
    through timestamptz not null
);

-- One event. recorded_at is read after the transaction has its xid, so that the watermark, which knows the oldest
-- transaction with an xid, can never overtake it.
create function journal_append(
    p_event_id uuid, p_aggregate_type text, p_aggregate_id text, p_version bigint, p_type text, p_schema text,
    p_occurred_at timestamptz, p_actor text, p_reason text, p_trace_parent text,
    p_access jsonb, p_fact jsonb, p_state jsonb, p_tasks jsonb, p_topic text
) returns bigint
    language plpgsql as $$
declare
    prev_hash_   bytea := decode(repeat('00', 32), 'hex');
    prev_time    timestamptz := '-infinity';
    recorded     timestamptz;
    occurred     timestamptz;
    fact_digest  bytea := sha256_of(p_fact::text);
    state_digest bytea := sha256_of(p_state::text);
    new_id       bigint;
begin
    perform pg_advisory_xact_lock_shared(business_clock_lock());
    perform pg_current_xact_id();
    if p_version > 1 then
        select hash, recorded_at into strict prev_hash_, prev_time
        from journal
        where aggregate_type = p_aggregate_type and aggregate_id = p_aggregate_id and version = p_version - 1;
    end if;
    recorded := greatest(business_now(), prev_time,
                         (select max(through) + interval '1 microsecond' from relay_mark));
    occurred := least(p_occurred_at, recorded);
    insert into journal (event_id, aggregate_type, aggregate_id, version, type, schema, occurred_at, recorded_at,
                         actor, reason, trace_parent, access, fact, state, tasks, fact_sha256, state_sha256,
                         prev_hash, hash)
    values (p_event_id, p_aggregate_type, p_aggregate_id, p_version, p_type, p_schema, occurred, recorded,
            p_actor, p_reason, p_trace_parent, p_access, p_fact, p_state, p_tasks, fact_digest, state_digest,
            prev_hash_,
            journal_hash(prev_hash_, p_event_id, p_aggregate_type, p_aggregate_id, p_version, p_type,
                         occurred, recorded, p_actor, fact_digest, state_digest))
    returning id into new_id;
    insert into outbox (journal_id, topic) values (new_id, p_topic);
    return new_id;
end $$;

-- The first broken row of a chain, or none. A row is broken when its content no longer matches its digest, its hash no
-- longer matches its columns, or it does not continue its predecessor. Contents may be missing only where a later
-- event of the chain says that they were erased.
create function journal_verify(p_aggregate_type text, p_aggregate_id text)
    returns table (id bigint, version bigint, fault text)
    language sql stable as $$
    select id, version, fault
    from (
        select j.id, j.version,
            case
                when j.version <> lag(j.version, 1, 0::bigint) over w + 1 then 'a version is missing before this row'
                when j.prev_hash <> lag(j.hash, 1, decode(repeat('00', 32), 'hex')) over w
                    then 'does not continue the row before it'
                when sha256_of(j.fact::text) <> j.fact_sha256 then 'fact was changed'
                when sha256_of(j.state::text) <> j.state_sha256 then 'state was changed'
                when (j.fact is null or j.state is null) and not exists (
                    select from journal r
                    where r.aggregate_type = j.aggregate_type and r.aggregate_id = j.aggregate_id
                      and r.version > j.version and r.type like '%.redacted.v1') then 'contents were removed'
                when j.hash <> journal_hash(j.prev_hash, j.event_id, j.aggregate_type, j.aggregate_id, j.version,
                        j.type, j.occurred_at, j.recorded_at, j.actor, j.fact_sha256, j.state_sha256)
                    then 'a column was changed'
            end as fault
        from journal j
        where j.aggregate_type = p_aggregate_type and j.aggregate_id = p_aggregate_id
        window w as (order by j.version)
    ) checked
    where fault is not null
    order by version
    limit 1
$$;

-- Who may see: the twin of Access.visibleTo in Java; a test compares the two.
-- actor: {"sub", "roles", "departments", "sources", "bodies", "vendor"}
-- plpgsql keeps its plan for the session; an SQL function with sub-selects would be planned anew for each row.
create function access_visible(access jsonb, actor jsonb) returns boolean
    language plpgsql immutable parallel safe as $$
begin
    return case access ->> 'classification'
               when 'PUBLIC' then jsonb_array_length(actor -> 'roles') > 0
               when 'INTERNAL' then exists (
                   select from jsonb_array_elements_text(actor -> 'roles') as r(role)
                   where role not in ('vendor', 'feeder'))
               when 'CONFIDENTIAL' then actor -> 'roles' ? 'portfolio-manager'
                   or exists (
                       select from jsonb_array_elements_text(actor -> 'departments') as d(code)
                       where access -> 'departments' ? code)
               else false
           end
           or access -> 'people' ? (actor ->> 'sub')
           or coalesce(access ->> 'vendor' = actor ->> 'vendor', false)
           or exists (select from jsonb_array_elements_text(actor -> 'bodies') as b(body) where access -> 'bodies' ? body)
           or exists (select from jsonb_array_elements_text(actor -> 'sources') as s(source) where access -> 'sources' ? source);
end $$;

create function access_visible(access jsonb, actor text) returns boolean
    language sql immutable parallel safe
    return access_visible(access, actor::jsonb);

-- Idempotency keys: what was answered to a POST ------------------------------------------------------------------------

create table idempotency (
    scope_sha256 bytea primary key,
    body_sha256  bytea not null,
    status       int not null,
    etag         text,
    location     text,
    media_type   text,
    body         bytea,
    recorded_at  timestamptz not null
);
create index idempotency_recorded on idempotency (recorded_at);

-- Rights of the runtime role -------------------------------------------------------------------------------------------

alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};
grant usage on schema public to ${app};
grant select, insert on journal to ${app};
grant select on business_clock, feed_epoch to ${app};
grant select, insert, update, delete on outbox, outbox_parked, relay_mark, idempotency to ${app};
