-- Audits, their findings and recommendations, and who had a hand in them.

create sequence audit_number;

create table audit (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    -- what the issuer calls it; the first part of its recommendations' numbers
    code        text not null unique,
    terms       jsonb not null,
    body        text not null,
    addenda     jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null
);
create index audit_newest on audit (created_at, id);
create index audit_of_body on audit (body, created_at, id);

create table finding (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    audit       uuid not null references audit (id),
    key         text not null,
    body        text not null,
    text        jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null,
    unique (audit, key)
);
create index finding_newest on finding (created_at, id);

create table recommendation (
    id                    uuid primary key,
    version               bigint not null,
    access                jsonb not null,
    number                text not null unique,
    ordinal               int not null check (ordinal > 0),
    audit                 uuid not null references audit (id),
    audit_code            text not null,
    finding               uuid not null references finding (id),
    finding_text          text not null,
    body                  text not null,
    -- as issued; a trigger keeps it so
    text                  jsonb not null,
    issued                date not null,
    confidential          boolean not null,
    sample_data           boolean not null,
    lead_department       text not null,
    supporting            jsonb not null,
    management_status     text not null check (management_status in ('NOT_STARTED', 'PLANNED', 'ACTIVE_INITIATIVE',
                              'NEARLY_IMPLEMENTED', 'CLAIMED_IMPLEMENTED', 'ALTERNATIVE_PROPOSED', 'WILL_NOT_IMPLEMENT')),
    verified_status       text not null check (verified_status in ('NOT_IMPLEMENTED', 'PARTLY_IMPLEMENTED',
                              'IMPLEMENTED', 'CLOSED_NOT_IMPLEMENTED')),
    elements              jsonb not null,
    response              jsonb,
    as_reported           jsonb,
    sign_off              jsonb,
    claimed_at            timestamptz,
    actions               jsonb not null,
    original_target       date,
    current_target        date,
    extensions            jsonb not null,
    closure               jsonb,
    implemented_on        date,
    closed_on             date,
    backwards             text check (backwards in ('REGRESSED', 'REOPENED')),
    slipped_target        date,
    links                 jsonb not null,
    lessons               jsonb not null,
    addenda               jsonb not null,
    created_by            text not null,
    created_at            timestamptz not null,
    unique (audit, ordinal),
    check ((verified_status = 'CLOSED_NOT_IMPLEMENTED') = (closure is not null)),
    check ((verified_status = 'IMPLEMENTED') = (implemented_on is not null))
);
create index recommendation_newest on recommendation (created_at, id);
create index recommendation_of_audit on recommendation (audit, ordinal);
create index recommendation_of_lead on recommendation (lead_department, created_at, id);
create index recommendation_of_body on recommendation (body, verified_status);
create index recommendation_due on recommendation (current_target)
    where verified_status in ('NOT_IMPLEMENTED', 'PARTLY_IMPLEMENTED');

-- The text is frozen at issue, and the first target for ever: whatever else goes wrong, these stay.
create function keep_as_issued() returns trigger
    language plpgsql as $$
begin
    if new.text is distinct from old.text or new.number <> old.number or new.issued <> old.issued then
        raise exception 'the text of a recommendation is frozen at issue';
    end if;
    if old.original_target is not null and new.original_target is distinct from old.original_target then
        raise exception 'the original target date of a recommendation is immutable';
    end if;
    return new;
end $$;
create trigger recommendation_as_issued before update on recommendation
    for each row execute function keep_as_issued();

-- What happened to recommendations, in the order of its happening: the terms of the follow-up ledger come from here, and
-- its closing from the statuses, so that the two can contradict each other.
create table recommendation_move (
    id             bigint generated always as identity primary key,
    recommendation uuid not null references recommendation (id),
    body           text not null,
    kind           text not null check (kind in ('ISSUED', 'IMPLEMENTED', 'CLOSED', 'REGRESSED', 'REOPENED', 'ADVANCED',
                       'SLIPPED', 'REASSIGNED', 'CLAIMED')),
    was            text,
    becomes        text,
    at             timestamptz not null
);
create index recommendation_move_of on recommendation_move (recommendation, id);
create index recommendation_move_of_body on recommendation_move (body, id);

-- Who had a hand in a recommendation's implementation: owner, submitter of evidence, approver. None of them verifies it.
create table recommendation_hand (
    recommendation uuid not null references recommendation (id),
    person         text not null,
    part           text not null check (part in ('OWNER', 'SUBMITTER', 'APPROVER')),
    primary key (recommendation, person, part)
);

-- Evidence: entries, their revisions, and the bytes.

create table evidence (
    id             uuid primary key,
    version        bigint not null,
    access         jsonb not null,
    recommendation uuid not null references recommendation (id),
    terms          jsonb not null,
    kind           text not null check (kind in ('FILE', 'LINK')),
    valid_until    date,
    revisions      jsonb not null,
    sample_data    boolean not null,
    opening        jsonb not null,
    withdrawn_at   timestamptz,
    created_by     text not null,
    created_at     timestamptz not null
);
create index evidence_of on evidence (recommendation, created_at, id);

create table evidence_piece (
    evidence uuid not null references evidence (id),
    revision int not null,
    piece    int not null,
    bytes    bytea not null,
    primary key (evidence, revision, piece)
);
alter table evidence_piece alter column bytes set storage external;

create function never_again() returns trigger
    language plpgsql as $$
begin
    raise exception '% of % is not allowed: a revision is a new row', tg_op, tg_table_name;
end $$;
create trigger evidence_piece_fixed before update or delete on evidence_piece
    for each row execute function never_again();

create table verification (
    id             uuid primary key,
    version        bigint not null,
    access         jsonb not null,
    recommendation uuid not null references recommendation (id),
    number         text not null,
    body           text not null,
    verifier       text not null,
    state          text not null check (state in ('STARTED', 'ACCEPTED', 'MORE_EVIDENCE', 'REJECTED', 'WITHDRAWN')),
    method         text not null,
    judgement      jsonb,
    opening        jsonb not null,
    started_at     timestamptz not null,
    decided_at     timestamptz,
    check ((state = 'STARTED') = (decided_at is null))
);
create index verification_of on verification (recommendation, started_at, id);
create unique index verification_under_way on verification (recommendation) where state = 'STARTED';

-- Separation of duties, asked once more where nothing can pass by it. One person's acts on one recommendation take turns,
-- so that two that come at once see each other.
create function verifier_has_no_hand() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.recommendation || '/' || new.verifier, 7));
    if exists (select from recommendation_hand h
               where h.recommendation = new.recommendation and h.person = new.verifier) then
        raise exception 'the verifier had a hand in the recommendation' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger verification_separate before insert or update of verifier, state on verification
    for each row when (new.state <> 'WITHDRAWN') execute function verifier_has_no_hand();

create function hand_does_not_verify() returns trigger
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.recommendation || '/' || new.person, 7));
    if exists (select from verification v
               where v.recommendation = new.recommendation and v.verifier = new.person and v.state = 'STARTED') then
        raise exception 'whoever verifies a recommendation has no hand in it' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger hand_separate before insert on recommendation_hand
    for each row execute function hand_does_not_verify();
