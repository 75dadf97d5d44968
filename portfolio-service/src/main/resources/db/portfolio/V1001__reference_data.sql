-- Reference data: five kinds of one shape. "said" is the body of the last PUT; the columns that lists filter and sort
-- by are generated from it, so that they cannot disagree with it.

create table department (
    id          text primary key,
    version     bigint not null,
    access      jsonb not null,
    source      text,
    sample_data boolean not null,
    recorded_at timestamptz not null,
    said        jsonb not null,
    name        text not null generated always as (said ->> 'name') stored
);
create table person        (like department including all);
create table vendor        (like department including all);
create table funding_line  (like department including all);
create table calendar      (like department including all);

-- Some hundreds to some thousands of rows each: lists walk the primary key or the name in their order and filter on the
-- way; only a person's e-mail and department are looked up often enough for an index of their own.
create index department_by_name on department (name, id);
create index person_by_name on person (name, id);
create index person_by_email on person (lower(said ->> 'email'));
create index person_by_department on person ((said ->> 'department'), name, id);
create index vendor_by_name on vendor (name, id);
create index funding_line_by_name on funding_line (name, id);
create index calendar_by_name on calendar (name, id);

-- The names that department systems have for our records: each is given once per kind.
create table external_ref (
    kind   text not null,
    source text not null,
    key    text not null,
    record text not null,
    primary key (kind, source, key)
);
create index external_ref_by_record on external_ref (kind, record);

-- Keeps external_ref equal to the externalRefs of the document in the column named by the second argument.
create function keep_external_refs() returns trigger
    language plpgsql as $$
declare
    document jsonb := to_jsonb(new) -> tg_argv[1];
begin
    delete from external_ref where kind = tg_argv[0] and record = new.id::text;
    insert into external_ref (kind, source, key, record)
    select tg_argv[0], ref ->> 'source', ref ->> 'key', new.id::text
    from jsonb_array_elements(document -> 'externalRefs') ref;
    return null;
end $$;

create trigger vendor_refs_inserted after insert on vendor
    for each row execute function keep_external_refs('vendor', 'said');
create trigger vendor_refs_changed after update on vendor
    for each row when (old.said -> 'externalRefs' is distinct from new.said -> 'externalRefs')
    execute function keep_external_refs('vendor', 'said');
