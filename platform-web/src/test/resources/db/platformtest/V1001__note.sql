-- The smallest aggregate there is, to test the library with.
create sequence note_number;

create table note (
    id           uuid primary key,
    number       text not null unique,
    title        text not null check (length(title) between 1 and 200),
    text         text,
    state        text not null,
    author       text not null,
    confidential boolean not null,
    cost         numeric(17, 2),
    currency     char(3),
    created_at   timestamptz not null,
    version      bigint not null,
    access       jsonb not null
);
create index note_newest on note (created_at, id);
create unique index note_title on note (title) where state = 'OPEN';
