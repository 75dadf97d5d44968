-- What awaits whom, as the events of all services leave it.
create table awaited_task (
    source   text not null,
    id       text not null,
    subject  text not null,
    assignee text not null,
    action   text not null,
    href     text not null,
    due      timestamptz,
    done     boolean not null,
    since    timestamptz not null,
    primary key (source, id)
);
create index awaited_task_of on awaited_task (assignee, done, (coalesce(due, 'infinity')), source, id);

-- One letter a day.
create table task_digest (
    person text not null,
    day    date not null,
    primary key (person, day)
);
