-- Many events at once, by the rules of journal_append: the same times, the same hash, the same outbox.

-- The same bytes as ever, as one expression: PostgreSQL puts it into the statement that calls it instead of calling it.
create or replace function journal_hash(
    prev_hash bytea, event_id uuid, aggregate_type text, aggregate_id text, version bigint, type text,
    occurred_at timestamptz, recorded_at timestamptz, actor text, fact_sha256 bytea, state_sha256 bytea
) returns bytea
    language sql immutable parallel safe
    return sha256(
        int4send(length(prev_hash)) || prev_hash
        || int4send(16) || uuid_send(event_id)
        || int4send(octet_length(aggregate_type)) || convert_to(aggregate_type, 'UTF8')
        || int4send(octet_length(aggregate_id)) || convert_to(aggregate_id, 'UTF8')
        || int4send(8) || int8send(version)
        || int4send(octet_length(type)) || convert_to(type, 'UTF8')
        || int4send(8) || int8send((extract(epoch from occurred_at) * 1000000)::bigint)
        || int4send(8) || int8send((extract(epoch from recorded_at) * 1000000)::bigint)
        || int4send(octet_length(actor)) || convert_to(actor, 'UTF8')
        || int4send(length(fact_sha256)) || fact_sha256
        || int4send(length(state_sha256)) || state_sha256);

-- p_events is a query that yields aggregate_type, aggregate_id, version, type, schema, occurred_at, actor, reason,
-- trace_parent, access, fact, state and tasks, with at most one event of each aggregate: the chain is per aggregate, so
-- that a second event of one needs a second call. Answers how many there were.
create function journal_append_all(p_events text, p_topic text) returns bigint
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
            returning id
        ), sent as (
            insert into outbox (journal_id, topic) select id, $3 from written
        )
        select count(*) from written$statement$, p_events)
        into written using nothing, recorded, p_topic;
    return written;
end $$;
