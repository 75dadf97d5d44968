-- What this service knows of the others: the last state of each record that it asks for.

create table known_record (
    type        text not null,
    id          text not null,
    version     bigint not null,
    recorded_at timestamptz not null,
    state       jsonb not null,
    primary key (type, id)
);

-- A number people use: the prefix and the next of a sequence, at least four digits, never cut.
create function numbered(prefix text, n bigint) returns text
    language sql immutable
    return prefix || lpad(n::text, greatest(4, length(n::text)), '0');
