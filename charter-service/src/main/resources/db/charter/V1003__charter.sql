-- Charters. The documents (content, seats …) are what the API says; what lists filter by is generated from them.

create sequence charter_number;

create table charter (
    id                  uuid primary key,
    version             bigint not null,
    access              jsonb not null,
    number              text not null unique,
    title               text,
    state               text not null check (state in ('DRAFT', 'IN_REVIEW', 'COMMITTING', 'COMMITTED', 'AMENDING', 'ACCEPTING',
                                                       'ACCEPTED', 'ACCEPTED_WITH_EXCEPTIONS', 'NOT_ACCEPTED', 'CLOSED',
                                                       'CANCELLED')),
    project             jsonb not null,
    tier                text not null,
    template            jsonb not null,
    departments         jsonb not null,
    content             jsonb not null,
    amendment           jsonb,
    seats               jsonb not null,
    round               jsonb,
    rounds              int not null,
    content_version     int not null,
    content_hash        text,
    original_version    int,
    committed_version   int,
    committed_hash      text,
    committed_at        timestamptz,
    rebaseline_required boolean not null,
    attempts            jsonb not null,
    accepted_at         timestamptz,
    sessions            jsonb not null,
    decisions           jsonb not null,
    comments            jsonb not null,
    authors             jsonb not null,
    sample_data         boolean not null,
    created_by          text not null,
    created_at          timestamptz not null,
    -- who has signed can be told from what was signed only
    check ((state in ('COMMITTING', 'AMENDING')) <= (round is not null)),
    check ((state in ('COMMITTED', 'ACCEPTING', 'ACCEPTED', 'ACCEPTED_WITH_EXCEPTIONS', 'NOT_ACCEPTED'))
           <= (committed_hash is not null)),
    words               tsvector not null generated always as (
        setweight(to_tsvector('simple', coalesce(title, '')), 'A') || jsonb_to_tsvector('simple', content, '["string"]')
        || jsonb_to_tsvector('simple', decisions, '["string"]')) stored
);

-- A project has one charter that is not cancelled, whoever asks at the same moment.
create unique index charter_of_project on charter ((project ->> 'id')) where state <> 'CANCELLED';
create index charter_newest on charter (created_at, id);
create index charter_by_title on charter ((coalesce(title, '')), id);
create index charter_by_state on charter (state, created_at, id);
create index charter_departments on charter using gin (departments);
create index charter_seats on charter using gin (seats jsonb_path_ops);
create index charter_words on charter using gin (words);

-- One person holds a seat at a time: kept equal to the charter's document by a trigger, so that the key can refuse.
create table seat_holder (
    charter uuid not null references charter (id),
    seat    text not null,
    person  text not null,
    primary key (charter, seat)
);
create index seat_holder_person on seat_holder (person);

create function keep_seat_holders() returns trigger
    language plpgsql as $$
begin
    delete from seat_holder where charter = new.id;
    insert into seat_holder (charter, seat, person)
    select new.id, seat ->> 'key', seat ->> 'person'
    from jsonb_array_elements(new.seats) seat where seat ->> 'person' is not null;
    if exists (select from seat_holder s join seat_holder p on p.charter = s.charter and p.person = s.person
               where s.charter = new.id and s.seat = 'executive-sponsor' and p.seat in ('ppm', 'project-lead')) then
        raise exception 'whoever sponsors does not run it' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger charter_seats_inserted after insert on charter
    for each row execute function keep_seat_holders();
create trigger charter_seats_changed after update on charter
    for each row when (old.seats is distinct from new.seats) execute function keep_seat_holders();

-- What people sign, byte by byte: written once, never changed.
create table frozen_text (
    charter   uuid not null references charter (id),
    kind      text not null check (kind in ('CONTENT', 'STATEMENT')),
    number    int not null,
    hash      text not null check (hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
    canonical text not null,
    frozen_at timestamptz not null,
    primary key (charter, kind, hash)
);
create unique index frozen_content on frozen_text (charter, number) where kind = 'CONTENT';
revoke update, delete on frozen_text from ${app};

-- Sign-offs: an aggregate per seat and round, so that parallel signers never disturb each other.
create table sign_off (
    id             uuid primary key,
    version        bigint not null,
    access         jsonb not null,
    charter        uuid not null references charter (id),
    charter_number text not null,
    round          int not null,
    seat           text not null,
    purpose        text not null check (purpose in ('COMMIT', 'ADOPT', 'ACCEPT', 'AMEND', 'RATIFY')),
    phase          text not null,
    mandatory      boolean not null,
    of             int not null,
    hash           text not null,
    assignee       text,
    status         text not null check (status in ('PENDING', 'NOTIFIED', 'VIEWED', 'SIGNED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    superseded     boolean not null,
    viewed         jsonb not null,
    due            timestamptz,
    reminders      int not null,
    escalated      boolean not null,
    signature      jsonb,
    receipt        text,
    receipt_sha256 text unique,
    reason         text,
    requested_by   text not null,
    created_at     timestamptz not null,
    closed_at      timestamptz,
    check ((status = 'SIGNED') = (receipt is not null))
);
-- One sign-off per seat in a round; one signature per seat, purpose and hash.
create unique index sign_off_of_round on sign_off (charter, round, seat) where purpose in ('COMMIT', 'AMEND', 'ACCEPT');
create unique index sign_off_once on sign_off (charter, seat, purpose, hash) where status = 'SIGNED';
create index sign_off_newest on sign_off (charter, created_at, id);
create index sign_off_open on sign_off (due, id) where status in ('PENDING', 'NOTIFIED', 'VIEWED');
create index sign_off_assignee on sign_off (assignee, created_at, id);

-- The register of key documents. The bytes of uploads are apart, so that reading the register never reads them.
create table document (
    id           uuid primary key,
    version      bigint not null,
    access       jsonb not null,
    charter      uuid not null references charter (id),
    kind         text not null,
    title        text not null,
    description  text,
    link         text,
    media_type   text,
    file_name    text,
    size         bigint,
    sha256       text,
    edition      int not null,
    retention    text,
    departments  jsonb not null,
    link_checks  jsonb not null,
    registered_by text not null,
    registered_at timestamptz not null,
    withdrawn_at timestamptz,
    words        tsvector not null generated always as (
        setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', coalesce(description, '') || ' ' || kind)) stored
);
create index document_of_charter on document (charter, registered_at, id);
create index document_newest on document (registered_at, id);
create index document_words on document using gin (words);

-- In pieces of at most 1 MiB, so that neither side ever holds a whole upload in memory.
create table document_piece (
    document uuid not null,
    edition  int not null,
    piece    int not null,
    bytes    bytea not null check (octet_length(bytes) <= 1048576),
    primary key (document, edition, piece)
);
alter table document_piece alter column bytes set storage external;

-- Vendors' engagements, with their key positions.
create sequence engagement_number;

create table engagement (
    id            uuid primary key,
    version       bigint not null,
    access        jsonb not null,
    number        text not null unique,
    -- what the city says of it
    terms         jsonb not null,
    project       text not null generated always as (terms ->> 'project') stored,
    vendor        text not null generated always as (terms ->> 'vendor') stored,
    solicited_on  date,
    positions     jsonb not null,
    source        text,
    created_by    text not null,
    created_at    timestamptz not null
);
create index engagement_of_project on engagement (project, number);
create index engagement_newest on engagement (created_at, id);
create index engagement_vendor on engagement (vendor, created_at, id);

create table external_ref (
    source     text not null,
    key        text not null,
    engagement uuid not null,
    primary key (source, key)
);
create index external_ref_of on external_ref (engagement);

create function keep_external_refs() returns trigger
    language plpgsql as $$
begin
    delete from external_ref where engagement = new.id;
    insert into external_ref (source, key, engagement)
    select ref ->> 'source', ref ->> 'key', new.id from jsonb_array_elements(new.terms -> 'externalRefs') ref;
    return null;
end $$;
create trigger engagement_refs_inserted after insert on engagement
    for each row execute function keep_external_refs();
create trigger engagement_refs_changed after update on engagement
    for each row when (old.terms -> 'externalRefs' is distinct from new.terms -> 'externalRefs') execute function keep_external_refs();
