-- What this service knows of portfolio. "state" is the document of the last event; what is asked for is generated from
-- it, so that it cannot disagree with it.

create table known_project (
    id         text primary key,
    version    bigint not null,
    state      jsonb not null
);

create table known_department (
    code       text primary key,
    version    bigint not null,
    head       text
);

create table known_calendar (
    code       text primary key,
    version    bigint not null,
    holidays   jsonb not null
);

-- A number people use: the prefix and the next of a sequence, at least four digits, never cut.
create function numbered(prefix text, n bigint) returns text
    language sql immutable
    return prefix || lpad(n::text, greatest(4, length(n::text)), '0');
