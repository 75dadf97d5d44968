-- Schedules. Their rows are versioned: one that is replaced is closed with the version that replaced it.

create table schedule (
    id      uuid primary key,
    project uuid not null unique references project (id),
    version bigint not null,
    access  jsonb not null,
    summary jsonb not null,
    check (id = project)
);

create table schedule_activity (
    -- rows are written before the schedule they belong to, in the same transaction
    schedule            uuid not null references schedule (id) deferrable initially deferred,
    ordinal             int not null,
    from_version        bigint not null,
    until_version       bigint,
    id                  text not null,
    said                jsonb not null,
    wbs                 text generated always as (said ->> 'wbs') stored,
    kind                text not null generated always as (said ->> 'kind') stored,
    progress            text not null,
    early_start         date not null,
    early_finish        date not null,
    late_start          date not null,
    late_finish         date not null,
    resumes             date,
    total_float         int,
    free_float          int,
    critical            boolean not null,
    driving_predecessor text,
    driven_by           text not null,
    deadline_missed     boolean not null,
    primary key (schedule, from_version, id)
);
create unique index schedule_activity_now on schedule_activity (schedule, ordinal) where until_version is null;
create unique index schedule_activity_by_id on schedule_activity (schedule, id) where until_version is null;

create table schedule_link (
    schedule      uuid not null references schedule (id) deferrable initially deferred,
    ordinal       int not null,
    from_version  bigint not null,
    until_version bigint,
    predecessor   text not null,
    successor     text not null,
    type          text not null,
    lag           int not null,
    primary key (schedule, from_version, ordinal)
);
create unique index schedule_link_now on schedule_link (schedule, ordinal) where until_version is null;
