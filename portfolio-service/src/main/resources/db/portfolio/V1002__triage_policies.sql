-- A number people use: the prefix and the next of a sequence, at least four digits, never cut.
create function numbered(prefix text, n bigint) returns text
    language sql immutable
    return prefix || lpad(n::text, greatest(4, length(n::text)), '0');

create sequence triage_policy_number;

create table triage_policy (
    id              uuid primary key,
    version         bigint not null,
    access          jsonb not null,
    number          text not null unique,
    state           text not null check (state in ('DRAFT', 'PROPOSED', 'ADOPTED', 'SUPERSEDED')),
    text            jsonb not null,
    authors         jsonb not null,
    effective_from  date not null,
    effective_until date,
    adopted_by      text,
    adopted_at      timestamptz,
    comment         text,
    -- Only one is the latest word: two adoptions at once cannot both succeed. Checked at the end, because an adoption
    -- supersedes the one before it in the same transaction.
    constraint one_latest_word exclude using btree (state with =) where (state = 'ADOPTED')
        deferrable initially deferred
);

-- The policy of a day, and the list, which is in this order too.
create index triage_policy_by_day on triage_policy (effective_from, id);
