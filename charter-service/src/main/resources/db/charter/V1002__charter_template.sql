-- Template versions: data that a charter is measured against. A charter keeps its version for ever.

create sequence charter_template_number;

create table charter_template (
    id         uuid primary key,
    version    bigint not null,
    access     jsonb not null,
    number     text not null unique,
    tier       text not null check (tier in ('LITE', 'STANDARD', 'MAJOR')),
    variant    text not null check (variant in ('ANY', 'WATERFALL', 'AGILE', 'HYBRID')),
    state      text not null check (state in ('DRAFT', 'ADOPTED', 'SUPERSEDED')),
    text       jsonb not null,
    authors    jsonb not null,
    adopted_by text,
    adopted_at timestamptz,
    created_at timestamptz not null,
    -- One is in force per tier and variant. Checked at the end, because an adoption supersedes the one before it in the
    -- same transaction.
    constraint one_in_force exclude using btree (tier with =, variant with =) where (state = 'ADOPTED')
        deferrable initially deferred
);
create index charter_template_newest on charter_template (created_at, id);
