-- Boards, their meetings, what they decide and how they rank.

create sequence board_number;
create table board (
    id         uuid primary key,
    version    bigint not null,
    access     jsonb not null,
    number     text not null unique,
    text       jsonb not null,
    members    jsonb not null,
    created_at timestamptz not null
);
create index board_newest on board (created_at, id);

create sequence meeting_number;
create table meeting (
    id           uuid primary key,
    version      bigint not null,
    access       jsonb not null,
    number       text not null unique,
    state        text not null check (state in ('NOTICED', 'OPEN', 'ADJOURNED', 'MINUTES_APPROVED')),
    board_id     uuid not null references board (id),
    board        jsonb not null,
    day          date not null,
    place        text,
    seats        int not null,
    chair_seat   int not null,
    members      jsonb not null,
    present      jsonb not null,
    docket       jsonb not null,
    adjourned_by text,
    minutes      text,
    created_at   timestamptz not null
);
create index meeting_by_day on meeting (board_id, day, id);

-- Which initiative is pending on which docket: on one at a time, so that two meetings never decide it at once.
create table docket_entry (
    item       uuid primary key,
    meeting    uuid not null references meeting (id),
    initiative uuid not null references initiative (id),
    pending    boolean not null
);
create unique index docketed_once on docket_entry (initiative) where pending;
create index docket_entry_by_meeting on docket_entry (meeting);

create function keep_docket() returns trigger
    language plpgsql as $$
begin
    insert into docket_entry (item, meeting, initiative, pending)
    select (item ->> 'id')::uuid, new.id, (item -> 'initiative' ->> 'id')::uuid, item ->> 'state' = 'PENDING'
    from jsonb_array_elements(new.docket) item
    on conflict (item) do update set pending = excluded.pending where docket_entry.pending <> excluded.pending;
    return null;
end $$;
create trigger meeting_docket_changed after update on meeting
    for each row when (old.docket is distinct from new.docket)
    execute function keep_docket();

create sequence decision_number;
create table decision (
    id            uuid primary key,
    version       bigint not null,
    access        jsonb not null,
    number        text not null unique,
    state         text not null check (state in ('IN_FORCE', 'SUPERSEDED')),
    board_id      uuid not null references board (id),
    initiative_id uuid not null references initiative (id),
    initiative    jsonb not null,
    meeting       jsonb not null,
    motion        jsonb not null,
    tally         jsonb not null,
    supersedes    jsonb,
    superseded_by jsonb,
    decided_at    timestamptz not null,
    -- Checked at the end, because a decision supersedes the one before it in the same transaction.
    constraint one_decision_in_force exclude using btree (initiative_id with =) where (state = 'IN_FORCE')
        deferrable initially deferred
);
create index decision_newest on decision (board_id, decided_at, id);

create sequence ranking_number;
create table ranking (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    board_id    uuid not null references board (id),
    board       jsonb not null,
    fiscal_year int not null,
    edition     int not null,
    places      jsonb not null,
    ranked_at   timestamptz not null,
    ranked_by   text not null,
    constraint one_ranking_a_year unique (board_id, fiscal_year)
);
