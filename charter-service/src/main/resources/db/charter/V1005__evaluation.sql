create sequence evaluation_number;

create table evaluation (
    id             uuid primary key,
    version        bigint not null,
    access         jsonb not null,
    number         text not null unique,
    engagement     uuid not null references engagement (id),
    vendor         text not null,
    amount         numeric(17, 2),
    state          text not null check (state in ('DRAFT', 'ISSUED', 'VENDOR_RESPONSE', 'REVIEWED', 'FINAL')),
    findings       jsonb not null,
    response_due   timestamptz,
    response       text,
    disputed       boolean,
    reviewed_by    text,
    review_comment text,
    average        numeric(3, 2),
    content_hash   text,
    receipt        text,
    receipt_sha256 text unique,
    final_at       timestamptz,
    created_by     text not null,
    created_at     timestamptz not null,
    check ((state = 'FINAL') = (receipt is not null)),
    -- what the vendor disputes is not reviewed by who wrote it
    check (disputed is not true or reviewed_by is null or reviewed_by <> created_by)
);
create index evaluation_newest on evaluation (created_at, id);
create index evaluation_vendor on evaluation (vendor, created_at, id);
create index evaluation_engagement on evaluation (engagement, created_at, id);
