-- One search over charters, documents and decisions: an entry per record, kept by triggers in the same transaction, so that
-- it cannot disagree with what it finds. Visibility is the record's own: "access" is a copy of it.

create table archive_entry (
    -- the record's id; of a decision that of its charter, and its number
    id          text primary key,
    type        text not null check (type in ('CHARTER', 'DOCUMENT', 'DECISION')),
    charter     uuid not null,
    record      text not null,
    -- of documents
    kind        text,
    number      text,
    title       text not null,
    departments jsonb not null,
    project     text not null,
    access      jsonb not null,
    recorded_at timestamptz not null,
    words       tsvector not null
);
create index archive_newest on archive_entry (recorded_at desc, id desc);
create index archive_words on archive_entry using gin (words);
create index archive_departments on archive_entry using gin (departments);
create index archive_kind on archive_entry (kind, recorded_at desc, id desc) where kind is not null;
create index archive_of_project on archive_entry (project, recorded_at desc, id desc);
create index archive_of_charter on archive_entry (charter);

create function archive_charter(c charter) returns void
    language sql as $$
    insert into archive_entry (id, type, charter, record, number, title, departments, project, access, recorded_at, words)
    values (c.id::text, 'CHARTER', c.id, c.id::text, c.number, coalesce(c.title, c.number), c.departments, c.project ->> 'id',
            c.access, c.created_at,
            setweight(to_tsvector('simple', coalesce(c.title, '') || ' ' || c.number), 'A')
            || jsonb_to_tsvector('simple', c.content, '["string"]'))
    on conflict (id) do update set title = excluded.title, departments = excluded.departments, access = excluded.access,
                                   words = excluded.words
$$;

-- Decisions are added and never change.
create function archive_decisions(c charter) returns void
    language sql as $$
    insert into archive_entry (id, type, charter, record, number, title, departments, project, access, recorded_at, words)
    select c.id || '/' || (d ->> 'number'), 'DECISION', c.id, c.id::text, d ->> 'number', left(d ->> 'text', 200), c.departments,
           c.project ->> 'id', c.access, (d ->> 'recordedAt')::timestamptz, jsonb_to_tsvector('simple', d, '["string"]')
    from jsonb_array_elements(c.decisions) d
    on conflict (id) do nothing
$$;

create function keep_archive_of_charter() returns trigger
    language plpgsql as $$
begin
    perform archive_charter(new);
    perform archive_decisions(new);
    -- whoever is concerned by the project is concerned by all of it
    if tg_op = 'UPDATE' and (old.departments is distinct from new.departments or old.access is distinct from new.access) then
        update archive_entry set departments = new.departments where charter = new.id and departments <> new.departments;
        update archive_entry set access = new.access where charter = new.id and type = 'DECISION';
    end if;
    return null;
end $$;
create trigger charter_archived after insert on charter
    for each row execute function keep_archive_of_charter();
create trigger charter_archived_anew after update on charter
    for each row when (old.title is distinct from new.title or old.content is distinct from new.content
                       or old.decisions is distinct from new.decisions or old.departments is distinct from new.departments
                       or old.access is distinct from new.access)
    execute function keep_archive_of_charter();

create function archive_document(d document) returns void
    language sql as $$
    insert into archive_entry (id, type, charter, record, kind, number, title, departments, project, access, recorded_at, words)
    select d.id::text, 'DOCUMENT', d.charter, d.id::text, d.kind, null, d.title, c.departments, c.project ->> 'id', d.access,
           d.registered_at, d.words
    from charter c where c.id = d.charter
    on conflict (id) do update set access = excluded.access, words = excluded.words
$$;
create function keep_archive_of_document() returns trigger
    language plpgsql as $$
begin
    perform archive_document(new);
    return null;
end $$;
create trigger document_archived after insert on document
    for each row execute function keep_archive_of_document();
create trigger document_archived_anew after update on document
    for each row when (old.access is distinct from new.access) execute function keep_archive_of_document();

select archive_charter(c), archive_decisions(c) from charter c;
select archive_document(d) from document d;
