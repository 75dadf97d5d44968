-- Attestations: what each department had when a campaign opened, and what of it is confirmed.

-- Whom portfolio tells of as a department's head.
alter table known_reference add column head text;

create sequence attestation_number;

create function attestation_numbered(prefix text) returns text
    language sql volatile
    return prefix || (select lpad(n::text, greatest(4, length(n::text)), '0') from nextval('attestation_number') n);

create table attestation_campaign (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('OPEN', 'CLOSED', 'CALLED_OFF')),
    title       text not null,
    -- those that are asked; none: all
    departments jsonb not null,
    due_on      date not null,
    -- the end of that day in the city
    due_at      timestamptz not null,
    -- the last day to confirm late
    closes_on   date not null check (closes_on >= due_on),
    reason      text,
    created_by  text not null,
    created_at  timestamptz not null,
    finished_at timestamptz,
    sample_data boolean not null
);
create index attestation_campaign_open on attestation_campaign (id) where state = 'OPEN';

-- Of one department.
create table attestation (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    -- a reference: {type, id, number, href}
    campaign    jsonb not null,
    department  text not null,
    head        text,
    state       text not null check (state in ('OPEN', 'ESCALATED', 'CLOSED', 'CALLED_OFF')),
    due_on      date not null,
    due_at      timestamptz not null,
    closes_on   date not null,
    total       int not null,
    confirmed   int not null default 0 check (confirmed between 0 and total),
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    sample_data boolean not null
);
create unique index attestation_once on attestation ((campaign ->> 'id'), department);
create index attestation_by_department on attestation (department, id);
create index attestation_pressing on attestation (state, due_at) where state in ('OPEN', 'ESCALATED');

-- The frozen sets. Never versioned: how many are confirmed is, in the attestation.
create table attested_asset (
    attestation  uuid not null,
    asset        uuid not null,
    confirmed_by text,
    confirmed_at timestamptz,
    primary key (attestation, asset)
);
create index attested_asset_open on attested_asset (attestation, asset) where confirmed_at is null;

-- The public representation, as AttestationView has it.
create function attestation_state(t attestation) returns jsonb
    language sql stable
    return jsonb_build_object(
        'id', t.id, 'href', '/v1/attestations/' || t.id, 'campaign', t.campaign, 'department', t.department, 'head', t.head,
        'state', t.state, 'dueOn', t.due_on, 'closesOn', t.closes_on, 'total', t.total, 'confirmed', t.confirmed,
        'openedAt', instant_text(t.opened_at),
        'closedAt', case when t.closed_at is not null then instant_text(t.closed_at) end, 'sampleData', t.sample_data);

-- As Attestation.access().
create function attestation_access(department text, head text) returns jsonb
    language sql immutable parallel safe
    return jsonb_build_object(
        'classification', 'INTERNAL', 'departments', jsonb_build_array(department),
        'people', case when head is null then '[]' else jsonb_build_array(head) end,
        'vendor', null, 'bodies', '[]'::jsonb, 'sources', '[]'::jsonb);

-- As Attestation.tasks(), of one that has just been opened.
create function attestation_tasks(t attestation) returns jsonb
    language sql stable
    return case when t.head is not null then jsonb_build_array(jsonb_build_object(
        'id', 'attestation/' || t.id, 'assignee', t.head, 'action', 'Confirm the assets of ' || t.department,
        'href', '/v1/attestations/' || t.id, 'due', instant_text(t.due_at), 'done', false)) end;

-- Freezes what departments have now (no names: all departments), and opens an attestation for each. Answers how many.
create function freeze_attestations(p_campaign uuid, p_departments text[], p_by text, p_at timestamptz) returns int
    language plpgsql as $$
declare
    opened int;
begin
    insert into attestation (id, version, access, campaign, department, head, state, due_on, due_at, closes_on, total, opened_at,
                             sample_data)
    select uuidv7(), 1, attestation_access(d.department, k.head),
           jsonb_build_object('type', 'attestationCampaign', 'id', c.id, 'number', c.number,
                              'href', '/v1/attestation-campaigns/' || c.id),
           d.department, k.head, 'OPEN', c.due_on, c.due_at, c.closes_on, 0, p_at, c.sample_data
    from attestation_campaign c
        cross join (select distinct department from asset
                    where merged_into is null and state not in ('RETIRED', 'DISPOSED', 'CANCELLED', 'TERMINATED')
                      and department is not null and (p_departments = '{}' or department = any (p_departments))) d
        left join known_reference k on k.kind = 'department' and k.id = d.department
    where c.id = p_campaign;

    with frozen as (
        insert into attested_asset (attestation, asset)
        select t.id, a.id
        from attestation t join asset a on a.department = t.department
        where t.campaign ->> 'id' = p_campaign::text
          and a.merged_into is null and a.state not in ('RETIRED', 'DISPOSED', 'CANCELLED', 'TERMINATED')
        order by t.id, a.id
        returning attestation
    )
    update attestation t set total = f.assets
    from (select attestation, count(*) as assets from frozen group by attestation) f where t.id = f.attestation;

    -- whose last asset went between the two statements
    delete from attestation where campaign ->> 'id' = p_campaign::text and total = 0;
    select count(*) into opened from attestation where campaign ->> 'id' = p_campaign::text;

    perform journal_append_all(
        format($query$
            select 'attestation' as aggregate_type, t.id::text as aggregate_id, 1::bigint as version,
                   'city.c3po.attestation.opened.v1' as type,
                   '/contracts/inventory/attestation.opened.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, t.access as access,
                   jsonb_build_object('total', t.total, 'dueOn', t.due_on, 'at', %3$L::text) as fact,
                   attestation_state(t) as state, attestation_tasks(t) as tasks
            from attestation t where t.campaign ->> 'id' = %4$L
            order by t.department$query$, p_at, p_by, instant_text(p_at), p_campaign),
        'c3po.inventory.v1');
    return opened;
end $$;

-- As before, but what a department was asked to confirm and did not is not fresh: since the due date, until it is confirmed in
-- that campaign or a later one. Of a source it is a matter of its feed alone.
create or replace function quality_counts(p_at timestamptz)
    returns table (department text, source text, assets bigint, filled bigint, required bigint, fresh bigint, distinct_ones bigint,
                   mapped bigint, referring bigint)
    language sql stable as $$
    with live as (
        select a.id, a.kind, a.said, coalesce(a.department, '') as department, a.sources,
               lower(a.name) as name, a.custodian, a.vendor, a.product
        from asset a
        where a.merged_into is null and a.state not in ('RETIRED', 'DISPOSED', 'CANCELLED', 'TERMINATED')
    ), seen as (
        -- by a source: whether it saw the asset within three of its cadences; by people: within a year
        select s.asset, s.source,
               max(s.last_seen) + coalesce(make_interval(hours => 3 * max(c.cadence_hours)), interval '365 days') >= p_at as fresh
        from sighting s left join source c on c.id = s.source
        group by s.asset, s.source
    ), by_asset as (
        select asset, bool_or(fresh) as fresh, bool_or(fresh) filter (where source <> 'manual') as fed_fresh,
               bool_or(source <> 'manual') as fed
        from seen group by asset
    ), attested as (
        -- the last word on each asset: an attestation counts from its due date on, a confirmation at once
        select distinct on (x.asset) x.asset, x.confirmed_at is null as is_missing
        from attested_asset x join attestation t on t.id = x.attestation
        where t.state <> 'CALLED_OFF' and (x.confirmed_at is not null or t.state <> 'OPEN')
        order by x.asset, t.opened_at desc, t.id desc
    ), twins as (
        select kind, department, name from live group by kind, department, name having count(*) > 1
    ), doubted as (
        select distinct c.id::uuid as id
        from match_review m cross join lateral jsonb_array_elements_text(m.candidates) c (id) where m.state = 'OPEN'
    ), needs as (
        select kind, count(*) as required from required_attribute group by kind
    ), judged as (
        select l.id, l.department, l.sources, n.required,
               (select count(*) from required_attribute r where r.kind = l.kind and l.said ?| r.attribute) as filled,
               -- what a source feeds is as fresh as its feeds; what only people say, as they
               case when s.fed then s.fed_fresh else coalesce(s.fresh, false) end and not coalesce(u.is_missing, false) as fresh,
               t.name is null and d.id is null as is_distinct,
               (l.department <> '')::int + (l.custodian is not null)::int + (l.vendor is not null)::int
                   + (l.product is not null)::int as referring,
               coalesce((kd.version > 0)::int, 0) + coalesce((kc.version > 0)::int, 0) + coalesce((kv.version > 0)::int, 0)
                   + (p.asset is not null)::int as mapped
        from live l
            join needs n on n.kind = l.kind
            left join by_asset s on s.asset = l.id
            left join attested u on u.asset = l.id
            left join twins t on t.kind = l.kind and t.department = l.department and t.name = l.name
            left join doubted d on d.id = l.id
            left join known_reference kd on kd.kind = 'department' and kd.id = l.department
            left join known_reference kc on kc.kind = 'person' and kc.id = l.custodian
            left join known_reference kv on kv.kind = 'vendor' and kv.id = l.vendor
            left join (select distinct asset from asset_product) p on p.asset = l.id and l.product is not null
    )
    select nullif(department, ''), null::text, count(*), sum(filled)::bigint, sum(required)::bigint,
           count(*) filter (where fresh), count(*) filter (where is_distinct), sum(mapped)::bigint, sum(referring)::bigint
    from judged group by grouping sets ((department), ())
    having grouping(department) = 1 or department <> ''
    union all
    select null, x.source, count(*), sum(filled)::bigint, sum(required)::bigint, count(*) filter (where g.fresh),
           count(*) filter (where is_distinct), sum(mapped)::bigint, sum(referring)::bigint
    from judged cross join lateral jsonb_array_elements_text(sources) x (source)
        left join seen g on g.asset = judged.id and g.source = x.source
    group by x.source
$$;
