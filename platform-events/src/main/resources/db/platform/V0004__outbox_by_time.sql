-- What waits longest is found along an index, however much waits: joined to the journal, a million waiting events cost
-- seconds for each mark.
alter table outbox add column recorded_at timestamptz;
update outbox set recorded_at = journal.recorded_at from journal where journal.id = outbox.journal_id;
alter table outbox alter column recorded_at set not null;
create index outbox_by_time on outbox (topic, recorded_at);

-- Full one moment and empty the next: what was sent is cleared away soon, whatever share of the table it is.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- As before, with the time in the outbox too.
create or replace function journal_append(
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
    insert into outbox (journal_id, topic, recorded_at) values (new_id, p_topic, recorded);
    return new_id;
end $$;

create or replace function journal_append_all(p_events text, p_topic text) returns bigint
    language plpgsql as $$
declare
    nothing  constant bytea := decode(repeat('00', 32), 'hex');
    recorded timestamptz;
    written  bigint;
begin
    perform pg_advisory_xact_lock_shared(business_clock_lock());
    perform pg_current_xact_id();
    recorded := greatest(business_now(), (select max(through) + interval '1 microsecond' from relay_mark));
    -- An event whose predecessor is missing has no prev_hash, which the table refuses. The volatile uuidv7() keeps the inner
    -- query in one piece, so that nothing in it is reckoned twice; nothing is materialized on the way.
    execute format($statement$
        with written as (
            insert into journal (event_id, aggregate_type, aggregate_id, version, type, schema, occurred_at, recorded_at,
                                 actor, reason, trace_parent, access, fact, state, tasks, fact_sha256, state_sha256,
                                 prev_hash, hash)
            select event_id, aggregate_type, aggregate_id, version, type, schema, least(occurred_at, recorded_at),
                   recorded_at, actor, reason, trace_parent, access, fact, state, tasks, fact_sha256, state_sha256,
                   prev_hash,
                   journal_hash(prev_hash, event_id, aggregate_type, aggregate_id, version, type,
                                least(occurred_at, recorded_at), recorded_at, actor, fact_sha256, state_sha256)
            from (
                select uuidv7() as event_id, e.*, sha256_of(e.fact::text) as fact_sha256,
                       sha256_of(e.state::text) as state_sha256,
                       case when e.version = 1 then $1 else p.hash end as prev_hash,
                       greatest($2, p.recorded_at) as recorded_at
                from (%s) e
                    left join journal p on e.version > 1 and p.aggregate_type = e.aggregate_type
                                       and p.aggregate_id = e.aggregate_id and p.version = e.version - 1
            ) event
            returning id, recorded_at
        ), sent as (
            insert into outbox (journal_id, topic, recorded_at) select id, $3, recorded_at from written
        )
        select count(*) from written$statement$, p_events)
        into written using nothing, recorded, p_topic;
    return written;
end $$;

-- convert_to and extract are stable, and what is declared more constant than the functions it calls is never put into the
-- statement that calls it: as they are, the digests of a million events are no function calls of their own.
alter function sha256_of(text) stable;
alter function journal_hash(bytea, uuid, text, text, bigint, text, timestamptz, timestamptz, text, bytea, bytea) stable;
