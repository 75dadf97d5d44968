-- Entitlements, who they are allocated to, and what the city stands at: worked out for all products at once.

create sequence entitlement_number;

create function entitlement_numbered(prefix text) returns text
    language sql volatile
    return prefix || (select lpad(n::text, greatest(4, length(n::text)), '0') from nextval('entitlement_number') n);

create table entitlement (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    said        jsonb not null,
    -- why it was ended before its term; null while it counts
    ended       text,
    -- of its quantity
    allocated   int not null default 0,
    sample_data boolean not null,
    created_by  text not null,
    created_at  timestamptz not null,
    product     uuid not null generated always as ((said ->> 'product')::uuid) stored references software_product (id),
    metric      text not null generated always as (said ->> 'metric') stored
                check (metric in ('DEVICE', 'NAMED_USER', 'CONCURRENT', 'CORE', 'SEAT_SUBSCRIPTION', 'SITE')),
    quantity    int not null generated always as ((said -> 'quantity')::int) stored check (quantity > 0),
    department  text generated always as (said ->> 'department') stored,
    vendor      text generated always as (said ->> 'vendor') stored,
    -- ISO days sort as text; a cast to date is not immutable
    term_start  text not null generated always as (said ->> 'termStart') stored,
    term_end    text generated always as (said ->> 'termEnd') stored
);
create index entitlement_by_product on entitlement (product, metric);
create index entitlement_by_department on entitlement (department, id);
create index entitlement_by_term_end on entitlement (term_end) where term_end is not null;

-- To a person or an asset.
create table allocation (
    id          uuid primary key,
    entitlement uuid not null references entitlement (id),
    person      text,
    asset       uuid,
    quantity    int not null check (quantity > 0),
    over_quota  boolean not null,
    made_by     text not null,
    made_at     timestamptz not null,
    check (num_nonnulls(person, asset) = 1)
);
create unique index allocation_once on allocation (entitlement, coalesce(person, asset::text));

-- What people see as a rule, the table holds against whoever writes past it. The row of the entitlement is locked, so that
-- two allocations at once are one after the other.
create function allocation_fits() returns trigger
    language plpgsql as $$
declare
    target uuid := coalesce(new.entitlement, old.entitlement);
    bought int;
    given  int;
begin
    select quantity into bought from entitlement where id = target for no key update;
    select coalesce(sum(quantity), 0) into given from allocation where entitlement = target;
    if tg_op = 'INSERT' and given > bought and not new.over_quota then
        raise exception 'allocation above quantity' using errcode = 'check_violation', constraint = 'allocation_fits';
    end if;
    update entitlement set allocated = given where id = target and allocated <> given;
    return null;
end $$;
create trigger allocation_fits after insert or delete on allocation for each row execute function allocation_fits();

-- How many used a product at once, at most, on a day: told by whoever measures it. Outside versions, as sightings are.
create table peak_use (
    product    uuid not null references software_product (id),
    department text not null,
    source     text not null,
    day        date not null,
    peak       int not null check (peak >= 0),
    at         timestamptz not null,
    primary key (product, department, source, day)
);

-- What the city stands at. One row per product, metric and department, '' for the city as a whole.
create table licence_position (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    product     uuid not null references software_product (id),
    metric      text not null,
    department  text not null,
    status      text not null check (status in ('UNDER', 'COMPLIANT', 'OVER', 'UNKNOWN')),
    position    jsonb not null,
    -- when it became so
    since       timestamptz not null,
    unique (product, metric, department)
);
create index licence_position_by_status on licence_position (status, id);

-- What it was on each day that it was measured: a plan for another day takes its need from here.
create table licence_position_day (
    position uuid not null,
    day      date not null,
    status   text not null,
    entitled int not null,
    consumed int,
    primary key (position, day)
);

-- What consumes: each row is one device, person, site or allocation that needs so many of a product's licences by a metric.
-- A device is what something is installed on, or the thing itself.
create function licence_need(p_minimum jsonb, p_since date, p_until date, p_product uuid)
    returns table (product uuid, metric text, department text, what text, amount int, assets uuid[])
    language sql stable as $$
    with live as (
        select ap.product, a.id, a.kind, a.custodian, d.id as device,
               coalesce(a.department, d.department, '') as department, coalesce(a.location, d.location) as location,
               (d.said -> 'cores')::int as cores
        from asset_product ap
            join asset a on a.id = ap.asset and a.merged_into is null
                        and a.state in ('ACTIVE', 'TRIAL', 'IN_USE', 'IN_MAINTENANCE', 'IN_TRANSIT')
            left join asset d on d.id = coalesce((a.said ->> 'parent')::uuid, a.id)
        where p_product is null or ap.product = p_product
    )
    select product, 'DEVICE', max(department), device::text, 1, array_agg(id) from live
    where kind <> 'SUBSCRIPTION' and device is not null group by product, device
    union all
    select product, 'NAMED_USER', max(department), custodian, 1, array_agg(id) from live
    where custodian is not null group by product, custodian
    union all
    -- without a number of cores nobody knows what a device needs
    select product, 'CORE', max(department), device::text,
           case when max(cores) is not null then greatest(max(cores), coalesce((p_minimum ->> product::text)::int, 0)) end,
           array_agg(id)
    from live where kind <> 'SUBSCRIPTION' and device is not null group by product, device
    union all
    select product, 'SITE', max(department), location, 1, array_agg(id) from live
    where kind <> 'SUBSCRIPTION' and location is not null group by product, location
    union all
    select e.product, 'SEAT_SUBSCRIPTION', coalesce(e.department, ''), coalesce(l.person, l.asset::text), l.quantity,
           array_remove(array[l.asset], null)
    from allocation l join entitlement e on e.id = l.entitlement
    where e.metric = 'SEAT_SUBSCRIPTION' and e.ended is null and (p_product is null or e.product = p_product)
    union all
    -- of each department the most on one day; all of them together are the city's
    select product, 'CONCURRENT', department, 'peak of ' || min(day) filter (where peak = most), most, '{}'::uuid[]
    from (select *, max(peak) over (partition by product, department) as most from peak_use
          where day between p_since and p_until and (p_product is null or product = p_product)) p
    group by product, department, most
$$;

-- Everything that counts for the positions of a day.
create function licence_positions(p_day date, p_at timestamptz, p_over numeric, p_peak_days int, p_product uuid default null)
    returns table (product uuid, metric text, department text, status text, "position" jsonb)
    language sql stable as $$
    with valid as (
        select e.* from entitlement e
        where (p_product is null or e.product = p_product) and e.ended is null and e.term_start <= p_day::text and coalesce(e.term_end, '9999-12-31') >= p_day::text
    ), minimum as (
        select coalesce(jsonb_object_agg(v.product, v.least), '{}') as by_product
        from (select product, max((said -> 'minimumCores')::int) as least from valid where metric = 'CORE' group by product) v
        where v.least is not null
    ), need as (
        select n.* from minimum m, licence_need(m.by_product, p_day - p_peak_days, p_day, p_product) n
        where exists (select from entitlement e where e.product = n.product and e.metric = n.metric)
    ), scoped_need as (
        select product, metric, d as department, what, amount, assets
        from need cross join lateral (select '' union select need.department) scope (d)
    ), scoped_right as (
        select v.*, d as scope from valid v cross join lateral (select '' union select coalesce(v.department, '')) s (d)
    ), keys as (
        -- what was entitled once is a position until it is looked at
        select product, metric, department from scoped_need
        union select e.product, e.metric, d from entitlement e cross join lateral (select '' union select coalesce(e.department, '')) s (d)
        where p_product is null or e.product = p_product
    ), needed as (
        select product, metric, department, sum(amount)::int as consumed, count(*) as consumers,
               count(*) filter (where amount is null) as unknown
        from scoped_need group by product, metric, department
    ), feeding as (
        select n.product, n.metric, n.department, s.source
        from scoped_need n cross join lateral unnest(n.assets) x (asset)
            join asset a on a.id = x.asset cross join lateral jsonb_array_elements_text(a.sources) s (source)
        union
        select p.product, 'CONCURRENT', d, p.source from peak_use p cross join lateral (select '' union select p.department) s (d)
        where p_product is null or p.product = p_product
    ), aged as (
        select f.product, f.metric, f.department,
               jsonb_agg(jsonb_build_object(
                   'source', f.source,
                   'fresh', coalesce(g.at + make_interval(hours => c.fresh_hours) >= p_at, false)) order by f.source) as sources,
               bool_or(not coalesce(g.at + make_interval(hours => c.fresh_hours) >= p_at, false)) as stale
        from feeding f left join source c on c.id = f.source left join source_fed g on g.source = f.source
        group by f.product, f.metric, f.department
    ), entitled as (
        select product, metric, scope as department, sum(quantity)::int as entitled,
               sum((said -> 'cost' ->> 'amount')::numeric) as cost, bool_and(said ? 'cost') as priced,
               count(distinct said -> 'cost' ->> 'currency') as currencies, max(said -> 'cost' ->> 'currency') as currency,
               jsonb_agg(jsonb_build_object('type', 'entitlement', 'id', id, 'number', number,
                                            'href', '/v1/entitlements/' || id) order by number) as entitlements
        from scoped_right group by product, metric, scope
    ), counted as (
        select k.product, k.metric, k.department, coalesce(e.entitled, 0) as entitled,
               case when coalesce(n.unknown, 0) = 0 then coalesce(n.consumed, 0) end as consumed,
               coalesce(n.consumers, 0) as consumers, coalesce(e.entitlements, '[]') as entitlements,
               coalesce(a.sources, '[]') as sources, e.currency,
               case when e.priced and e.currencies = 1 then e.cost / e.entitled end as price,
               case
                   when n.unknown > 0 then 'cores-not-known'
                   when a.stale then 'source-not-fresh'
                   when k.metric = 'CONCURRENT' and n.consumers is null then 'no-use-was-told'
                   when k.metric not in ('CONCURRENT', 'SEAT_SUBSCRIPTION') and n.consumers is null
                        and not exists (select from source_fed) then 'nothing-feeds-it'
               end as reason
        from keys k
            left join needed n using (product, metric, department)
            left join aged a using (product, metric, department)
            left join entitled e using (product, metric, department)
    )
    select product, metric, department,
           case
               when reason is not null then 'UNKNOWN'
               when consumed > entitled then 'UNDER'
               when entitled > consumed * (1 + p_over / 100) then 'OVER'
               else 'COMPLIANT'
           end,
           jsonb_build_object(
               'entitled', entitled, 'consumed', consumed, 'consumers', consumers, 'reason', reason,
               'trueUp', case when reason is null and price is not null then jsonb_build_object(
                             'amount', round(greatest(consumed - entitled, 0) * price, 2), 'currency', currency) end,
               'waste', case when reason is null and price is not null then jsonb_build_object(
                            'amount', round(greatest(entitled - consumed, 0) * price, 2), 'currency', currency) end,
               'entitlements', entitlements, 'sources', sources)
    from counted
$$;

-- The public representation, as LicencePositionView has it.
create function licence_position_state(p licence_position) returns jsonb
    language sql stable
    return jsonb_build_object(
        'id', p.id, 'href', '/v1/licence-positions/' || p.id,
        'product', jsonb_build_object('type', 'softwareProduct', 'id', p.product, 'number', null,
                                      'href', '/v1/software-products/' || p.product),
        'metric', p.metric, 'department', nullif(p.department, ''), 'status', p.status,
        'since', instant_text(p.since)) || p.position;

-- Measures all positions of a day; those that changed say so, once each.
create function measure_licence_positions(p_day date, p_at timestamptz, p_over numeric, p_peak_days int, p_by text) returns bigint
    language plpgsql as $$
declare
    changed uuid[];
begin
    -- one at a time: what the second finds is what the first left
    perform pg_advisory_xact_lock(hashtextextended('inventory/licence-positions', 0));
    with measured as (
        select * from licence_positions(p_day, p_at, p_over, p_peak_days)
    ), written as (
        insert into licence_position as p (id, version, access, product, metric, department, status, position, since)
        select uuidv7(), 1,
               jsonb_build_object('classification', 'INTERNAL', 'people', '[]'::jsonb, 'vendor', null, 'bodies', '[]'::jsonb,
                                  'sources', '[]'::jsonb,
                                  'departments', case when m.department = '' then '[]' else jsonb_build_array(m.department) end),
               m.product, m.metric, m.department, m.status, m.position, p_at
        from measured m
        on conflict (product, metric, department) do update
            set version = p.version + 1, status = excluded.status, position = excluded.position, since = excluded.since
            where p.status <> excluded.status or p.position <> excluded.position
        returning id
    )
    select coalesce(array_agg(id), '{}') into changed from written;

    insert into licence_position_day as d (position, day, status, entitled, consumed)
    select id, p_day, status, (position -> 'entitled')::int, (position ->> 'consumed')::int
    from licence_position
    on conflict (position, day) do update
        set status = excluded.status, entitled = excluded.entitled, consumed = excluded.consumed;

    return journal_append_all(
        format($query$
            select 'licencePosition' as aggregate_type, p.id::text as aggregate_id, p.version as version,
                   'city.c3po.licencePosition.changed.v1' as type,
                   '/contracts/inventory/licencePosition.changed.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, p.access as access,
                   jsonb_build_object('status', p.status, 'entitled', p.position -> 'entitled',
                                      'consumed', p.position -> 'consumed', 'at', %3$L::text) as fact,
                   licence_position_state(p) as state, null::jsonb as tasks
            from licence_position p where p.id = any (%4$L::uuid[])
            order by p.id$query$, p_at, p_by, instant_text(p_at), changed),
        'c3po.inventory.v1');
end $$;

-- What is done once each night: the last one of which it is done.
create table night_work (
    work  text primary key,
    night date not null
);
