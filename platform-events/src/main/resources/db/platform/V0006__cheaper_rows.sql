-- A state of 2 to 4 KB stays in its row. Cut out at 2 KB, as PostgreSQL does by itself, it is compressed for nothing and
-- written into a second table, and the relay gathers it again.
alter table journal set (toast_tuple_target = 4000);

-- The same hash, part by part as before, in one expression: PostgreSQL puts it into the statement instead of calling it.
create or replace function journal_hash(
    prev_hash bytea, event_id uuid, aggregate_type text, aggregate_id text, version bigint, type text,
    occurred_at timestamptz, recorded_at timestamptz, actor text, fact_sha256 bytea, state_sha256 bytea
) returns bytea
    language sql stable parallel safe
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
