-- What committees direct when a report is before them, until it is answered to their satisfaction.

create sequence direction_number;

create table direction (
    id           uuid primary key,
    version      bigint not null,
    access       jsonb not null,
    number       text not null unique,
    body         text not null,
    terms        jsonb not null,
    department   text not null,
    due          date,
    state        text not null check (state in ('GIVEN', 'ANSWERED', 'SATISFIED', 'WITHDRAWN')),
    answers      jsonb not null,
    -- who was asked to answer, and on which day somebody was reminded last
    asked        jsonb not null,
    reminded     date,
    sample_data  boolean not null,
    created_by   text not null,
    created_at   timestamptz not null
);
create index direction_newest on direction (created_at, id);
create index direction_of_body on direction (body, created_at, id);
create index direction_due on direction (due) where state = 'GIVEN';
create index known_report_of_body on known_record ((state ->> 'body'), (state ->> 'meetingDate')) where type = 'report';

-- When somebody was reminded last of what is due, and who.
alter table recommendation add column reminder jsonb, add column reminded_on date;

-- The last day on or before this one on which somebody is reminded of what is due: 90, 30 and 7 days before, on the day,
-- and every week after; null before the first.
create function reminder_day(due date, today date) returns date
    language sql immutable
    return case when today < due - 90 then null
                when today < due - 30 then due - 90
                when today < due - 7 then due - 30
                when today < due then due - 7
                else due + 7 * ((today - due) / 7) end;
