-- Who has time, and what projects ask of it.

create table capacity (
    id            text primary key,
    version       bigint not null,
    access        jsonb not null,
    department    text not null,
    role          text not null,
    month         date not null check (extract(day from month) = 1),
    working_days  int not null,
    hours_per_day numeric(4, 2) not null,
    hours         numeric(12, 2) not null check (hours >= 0),
    text          jsonb not null,
    unique (department, role, month)
);
create index capacity_by_month on capacity (month, id);

create table allocation (
    id         uuid primary key,
    project    uuid not null references project (id),
    version    bigint not null,
    access     jsonb not null,
    state      text not null check (state in ('PLANNED', 'REQUESTED', 'REJECTED', 'CONFIRMED', 'ALLOCATED', 'COMPLETED',
                                              'CANCELLED')),
    capacity   text not null references capacity (id),
    hours      numeric(8, 2) not null check (hours > 0),
    over_hours numeric(8, 2) not null check (over_hours between 0 and hours),
    text       jsonb not null,
    comment    text,
    created_by text not null,
    created_at timestamptz not null
);
create index allocation_newest on allocation (project, created_at, id);
create index allocation_of_capacity on allocation (capacity) where state in ('CONFIRMED', 'ALLOCATED');

-- What is hard never comes to more than there is, except for what its owner allowed; whatever the services believe.
create function keep_within_capacity() returns trigger
    language plpgsql as $$
declare
    subject text;
    there   numeric;
    taken   numeric;
begin
    subject := case tg_table_name when 'capacity' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'capacity' end;
    select hours into there from capacity where id = subject for update;
    select coalesce(sum(hours - over_hours), 0) into taken from allocation where capacity = subject and state = 'ALLOCATED';
    if taken > there then
        raise exception 'capacity % has % hours and % are allocated', subject, there, taken using errcode = '23514';
    end if;
    return null;
end $$;
create trigger allocation_within_capacity after insert or update on allocation
    for each row when (new.state = 'ALLOCATED') execute function keep_within_capacity();
create trigger capacity_not_below_allocated after update on capacity
    for each row when (new.hours < old.hours) execute function keep_within_capacity();
