-- Living evidence: what the other services told, what it says subject by subject, and the measures made of it.

alter table known_record
    add column source     text not null default 'portfolio',
    add column access     jsonb not null default '{"classification": "INTERNAL", "departments": [], "people": [], "vendor": null, "bodies": [], "sources": []}',
    -- since when its source tells everything anew without having told this again
    add column rewound_at timestamptz;
create index known_record_of_project on known_record ((state #>> '{project,id}'))
    where type in ('charter', 'engagement', 'lesson');
create index known_record_of_charter on known_record ((state #>> '{charter,id}')) where type = 'document';
create index known_record_of_template on known_record ((state #>> '{template,id}')) where type = 'charter';
create index known_record_of_engagement on known_record ((state #>> '{engagement,id}')) where type = 'evaluation';
create index known_record_of_initiative on known_record ((state #>> '{initiative,id}')) where type = 'project';
create index known_record_of_places on known_record using gin ((state -> 'places') jsonb_path_ops) where type = 'ranking';
create index known_record_published on known_record ((state ->> 'publishedAt')) where type = 'report';

create table control (
    id          text primary key,
    version     bigint not null,
    access      jsonb not null,
    ordinal     int not null unique,
    target      numeric(5, 4) not null check (target > 0 and target <= 1),
    supports    jsonb not null,
    -- whether somebody, or the built-in audit, said what it supports
    attached    boolean not null,
    numerator   numeric(20, 4),
    denominator bigint,
    measured_at timestamptz,
    periods     jsonb not null,
    created_at  timestamptz not null,
    check ((numerator is null) = (denominator is null))
);

-- The subjects behind the numbers, each as it stands now. What belongs to one root is judged together.
create table control_subject (
    control   text not null,
    part      text not null,
    root_type text not null,
    root_id   text not null,
    item      text not null,
    type      text not null,
    id        text not null,
    number    text,
    href      text not null,
    share     numeric(5, 4) not null check (share between 0 and 1),
    reason    text,
    access    jsonb not null,
    primary key (control, part, root_id, item)
);
create index control_subject_of_root on control_subject (root_type, root_id);

-- The sums of the subjects, moved by each subject's difference: an event costs the same after a million others.
create table control_tally (
    part        text primary key,
    control     text not null,
    numerator   numeric(20, 4) not null,
    denominator bigint not null
);

-- What is to be judged, and when: because something was told of it, because its day comes, or because it is night.
create table subject_due (
    type text not null,
    id   text not null,
    due  timestamptz not null,
    primary key (type, id)
);
create index subject_due_first on subject_due (due);

-- The nights on which everything was judged anew.
create table control_night (
    day    date primary key,
    -- the month that is over, until all measures were noted
    closes text
);

-- What the measures and the time after a verdict say of a recommendation.
alter table recommendation
    add column evidence    jsonb,
    add column regression  jsonb,
    add column sustainment jsonb not null default '[]',
    add column retest_on   date;
create index recommendation_retest on recommendation (retest_on) where retest_on is not null;

alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind in ('FILE', 'LINK', 'MEASURE'));
