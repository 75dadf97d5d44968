-- Programs, products and projects. Documents say what was said; what lists filter and sort by, and what roll-ups add up,
-- is generated from them, so that it cannot disagree with them.

create extension if not exists btree_gist;

create sequence program_number;
create sequence product_number;
create sequence project_number;

create table program (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('ACTIVE', 'CLOSED')),
    plan        jsonb not null,
    memberships jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null,
    title       text not null generated always as (plan ->> 'title') stored,
    sample_data boolean not null generated always as ((plan -> 'sampleData')::boolean) stored
);
create index program_newest on program (created_at, id);
create index program_by_title on program (title, id);

create table product (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('PROPOSED', 'ACTIVE', 'SUSTAINING', 'SUNSETTING', 'RETIRED')),
    plan        jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null,
    title       text not null generated always as (plan ->> 'title') stored,
    sample_data boolean not null generated always as ((plan -> 'sampleData')::boolean) stored
);
create index product_newest on product (created_at, id);
create index product_by_title on product (title, id);

create table project (
    id                    uuid primary key,
    version               bigint not null,
    access                jsonb not null,
    number                text not null unique,
    state                 text not null check (state in ('INITIATING', 'PLANNING', 'PROCURING', 'EXECUTING', 'CLOSING',
                                                         'CLOSED', 'ON_HOLD', 'CANCELLED')),
    held_from             text,
    tier                  text not null check (tier in ('LITE', 'STANDARD', 'MAJOR')),
    plan                  jsonb not null,
    initiative            jsonb,
    part                  int not null,
    memberships           jsonb not null,
    products              jsonb not null,
    ppm                   text,
    gates                 jsonb not null,
    forecast              jsonb,
    actual                jsonb,
    reclassification      jsonb,
    in_house              jsonb,
    authors               jsonb not null,
    source                text,
    created_by            text not null,
    created_at            timestamptz not null,
    title                 text not null generated always as (plan ->> 'title') stored,
    sponsoring_department text not null generated always as (plan ->> 'sponsoringDepartment') stored,
    sample_data           boolean not null generated always as ((plan -> 'sampleData')::boolean) stored,
    initiative_id         uuid generated always as ((initiative ->> 'id')::uuid) stored,
    budget_amount         numeric generated always as ((plan -> 'budget' ->> 'amount')::numeric) stored,
    budget_currency       text generated always as (plan -> 'budget' ->> 'currency') stored,
    forecast_amount       numeric generated always as ((forecast -> 'cost' ->> 'amount')::numeric) stored,
    forecast_currency     text generated always as (forecast -> 'cost' ->> 'currency') stored,
    actual_amount         numeric generated always as ((actual -> 'cost' ->> 'amount')::numeric) stored,
    actual_currency       text generated always as (actual -> 'cost' ->> 'currency') stored,
    check ((state = 'ON_HOLD') = (held_from is not null)),
    -- An approval becomes its projects once, however many ask for it at the same time.
    constraint converted_once unique (initiative_id, part)
);

create trigger project_refs_inserted after insert on project
    for each row execute function keep_external_refs('project', 'plan');
create trigger project_refs_changed after update on project
    for each row when (old.plan -> 'externalRefs' is distinct from new.plan -> 'externalRefs')
    execute function keep_external_refs('project', 'plan');

create index project_newest on project (created_at, id);
create index project_by_title on project (title, id);
create index project_by_state on project (state, created_at, id);
create index project_by_department on project (sponsoring_department, created_at, id);
create index project_by_ppm on project (ppm, created_at, id);
create index project_title_words on project using gin (to_tsvector('simple', title));
create index project_samples on project (created_at, id) where sample_data;
-- The few whose gates are open on a condition, for the scheduler.
create index project_on_condition on project (id) where gates @> '{"all": [{"state": "CONDITIONAL"}]}';

-- Who was inside which program on which days. Kept from the documents by triggers; the days of one record never overlap.
create table membership (
    kind    text not null,
    child   uuid not null,
    program uuid not null references program (id),
    valid   daterange not null,
    constraint one_parent_at_a_time exclude using gist (kind with =, child with =, valid with &&)
);
create index membership_by_program on membership (program, kind);

create function keep_memberships() returns trigger
    language plpgsql as $$
begin
    if tg_argv[0] = 'program' then
        -- two placements that are each harmless could close a ring together
        perform pg_advisory_xact_lock(hashtextextended('program-tree', 0));
    end if;
    delete from membership where kind = tg_argv[0] and child = new.id;
    insert into membership (kind, child, program, valid)
    select tg_argv[0], new.id, (m -> 'program' ->> 'id')::uuid,
           daterange((m ->> 'from')::date, (m ->> 'until')::date, '[]')
    from jsonb_array_elements(new.memberships) m;
    if tg_argv[0] = 'program' and exists (
        with recursive up (program, span, path) as (
            select m.program, m.valid, array[new.id] from membership m where m.kind = 'program' and m.child = new.id
            union all
            select m.program, up.span * m.valid, up.path || m.child
            from up join membership m on m.kind = 'program' and m.child = up.program and m.valid && up.span
                and not m.child = any(up.path)
        )
        select 1 from up where program = new.id
    ) then
        raise exception 'program % would be inside itself', new.id using errcode = '23P01';
    end if;
    return null;
end $$;

create trigger program_memberships_changed after update on program
    for each row when (old.memberships is distinct from new.memberships)
    execute function keep_memberships('program');
create trigger project_memberships_changed after update on project
    for each row when (old.memberships is distinct from new.memberships)
    execute function keep_memberships('project');

-- Which project delivers to which product.
create table delivery (
    project uuid not null references project (id),
    product uuid not null references product (id),
    primary key (product, project)
);
create index delivery_by_project on delivery (project);

create function keep_deliveries() returns trigger
    language plpgsql as $$
begin
    delete from delivery where project = new.id;
    insert into delivery (project, product)
    select new.id, (p ->> 'id')::uuid from jsonb_array_elements(new.products) p;
    return null;
end $$;
create trigger project_products_changed after update on project
    for each row when (old.products is distinct from new.products)
    execute function keep_deliveries();
