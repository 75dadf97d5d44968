-- 'RPT-2026-' and 7 give 'RPT-2026-0007'; beyond 9999 the number just grows.
create function numbered(prefix text, n bigint) returns text
    language sql immutable
    return prefix || lpad(n::text, greatest(4, length(n::text)), '0');

-- one sequence for all years: never reused, never restarted, gaps allowed
create sequence report_number;

create table report (
    id                  uuid primary key,
    number              text not null unique,
    version             bigint not null,
    access              jsonb not null,
    state               text not null,
    body                text not null,
    meeting_date        date not null,
    cycle               jsonb not null,
    cut_off             timestamptz not null,
    frozen              jsonb,
    freeze_requested_by text,
    freeze_requested_at timestamptz,
    freeze_refused_for  text,
    comment             text,
    published_at        timestamptz,
    published_by        text,
    supersedes          uuid references report (id),
    superseded_by       uuid,
    reason              text,
    created_at          timestamptz not null
);
create index report_by_meeting on report (meeting_date, id);
create index report_published on report (body, published_at desc) where published_at is not null;
create index report_waiting on report (id) where freeze_requested_by is not null;

-- The models as they were frozen, and what was open then. Neither is ever changed.
create table report_revision (
    report    uuid not null references report (id),
    revision  int not null,
    model     text not null,
    sha256    text not null check (sha256 = encode(sha256(convert_to(model, 'UTF8')), 'hex')),
    frozen_at timestamptz not null,
    primary key (report, revision)
);
create table report_standing (
    report     uuid not null,
    revision   int not null,
    measure    text not null,
    subject    text not null,
    department text not null,
    primary key (report, revision, measure, subject),
    foreign key (report, revision) references report_revision (report, revision)
);
revoke all on report_revision, report_standing from ${app};
grant select, insert on report_revision, report_standing to ${app};
