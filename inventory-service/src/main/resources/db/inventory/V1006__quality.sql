-- How good the inventory is, per department, per source and as a whole: four scores and an index, measured over all assets at
-- once. A score without anything to judge is null, never a number.

-- What an asset of a kind should say. "any" means that one of them is enough.
create table required_attribute (
    kind      text not null,
    attribute text[] not null,
    primary key (kind, attribute)
);
insert into required_attribute values
    ('HARDWARE', '{department}'), ('HARDWARE', '{manufacturer}'), ('HARDWARE', '{model}'), ('HARDWARE', '{serial}'),
    ('HARDWARE', '{custodian,location,parent}'), ('HARDWARE', '{purchasedOn,receivedOn}'), ('HARDWARE', '{vendor}'),
    ('SYSTEM', '{department}'), ('SYSTEM', '{vendor}'), ('SYSTEM', '{purpose}'), ('SYSTEM', '{custodian}'),
    ('SOFTWARE_INSTALL', '{department,parent}'), ('SOFTWARE_INSTALL', '{product}'), ('SOFTWARE_INSTALL', '{productVersion}'),
    ('SOFTWARE_INSTALL', '{parent,custodian}'),
    ('SUBSCRIPTION', '{department}'), ('SUBSCRIPTION', '{vendor}'), ('SUBSCRIPTION', '{product}'),
    ('SUBSCRIPTION', '{termEnd}'), ('SUBSCRIPTION', '{purchaseCost}'),
    ('CLOUD_RESOURCE', '{department}'), ('CLOUD_RESOURCE', '{vendor}'), ('CLOUD_RESOURCE', '{custodian}'),
    ('DATA_SET', '{department}'), ('DATA_SET', '{custodian}'), ('DATA_SET', '{dataCategories}');

create table quality (
    -- "city", "department:DEP-LIB", "source:discovery"
    id         text primary key,
    version    bigint not null,
    access     jsonb not null,
    department text,
    source     text,
    measure    jsonb not null,
    as_of      timestamptz not null
);

-- The scores of each department, source and the city: how many of how many.
create function quality_counts(p_at timestamptz)
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
               case when s.fed then s.fed_fresh else coalesce(s.fresh, false) end as fresh,
               t.name is null and d.id is null as is_distinct,
               (l.department <> '')::int + (l.custodian is not null)::int + (l.vendor is not null)::int
                   + (l.product is not null)::int as referring,
               coalesce((kd.version > 0)::int, 0) + coalesce((kc.version > 0)::int, 0) + coalesce((kv.version > 0)::int, 0)
                   + (p.asset is not null)::int as mapped
        from live l
            join needs n on n.kind = l.kind
            left join by_asset s on s.asset = l.id
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

create function ratio(dividend bigint, divisor bigint) returns numeric
    language sql immutable parallel safe
    return case when divisor > 0 then round(dividend::numeric / divisor, 4) end;

-- The weighted mean of those scores that are known.
create function quality_index(scores jsonb, weights jsonb) returns numeric
    language sql immutable parallel safe
    return (select round(sum((s.value)::numeric * (weights ->> s.key)::numeric) / nullif(sum((weights ->> s.key)::numeric), 0), 4)
            from jsonb_each_text(scores) s where s.value is not null);

-- The public representation, as QualityView has it.
create function quality_state(q quality) returns jsonb
    language sql stable
    return jsonb_build_object('id', q.id, 'href', '/v1/quality/' || q.id, 'department', q.department, 'source', q.source,
                              'city', q.department is null and q.source is null, 'asOf', instant_text(q.as_of)) || q.measure;

-- Measures everything, and says so once for each.
create function measure_quality(p_at timestamptz, p_weights jsonb, p_by text) returns bigint
    language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('inventory/quality', 0));
    -- what was measured before and has no assets any more is measured too: as nothing
    insert into quality as q (id, version, access, department, source, measure, as_of)
    select m.id, 1,
           jsonb_build_object('classification', 'INTERNAL', 'people', '[]'::jsonb, 'vendor', null, 'bodies', '[]'::jsonb,
                              'sources', case when m.source is null then '[]' else jsonb_build_array(m.source) end,
                              'departments', case when m.department is null then '[]' else jsonb_build_array(m.department) end),
           m.department, m.source,
           jsonb_build_object('scores', m.scores, 'index', quality_index(m.scores, p_weights), 'assets', m.assets,
                              'stale', m.stale, 'weights', p_weights),
           p_at
    from (
        with now as materialized (select * from quality_counts(p_at))
        select coalesce('department:' || c.department, 'source:' || c.source, 'city') as id, c.department, c.source, c.assets,
               c.assets - c.fresh as stale,
               jsonb_build_object('completeness', ratio(c.filled, c.required), 'freshness', ratio(c.fresh, c.assets),
                                  'uniqueness', ratio(c.distinct_ones, c.assets),
                                  'mapping', ratio(c.mapped, c.referring)) as scores
        from (select * from now
              union all
              select k.department, k.source, 0, 0, 0, 0, 0, 0, 0
              from quality k
              where not exists (select from now n where n.department is not distinct from k.department
                                                    and n.source is not distinct from k.source)) c
    ) m
    on conflict (id) do update set version = q.version + 1, measure = excluded.measure, as_of = excluded.as_of;

    return journal_append_all(
        format($query$
            select 'quality' as aggregate_type, q.id as aggregate_id, q.version as version,
                   'city.c3po.quality.measured.v1' as type,
                   '/contracts/inventory/quality.measured.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, q.access as access,
                   jsonb_build_object('index', q.measure -> 'index', 'at', %3$L::text) as fact,
                   quality_state(q) as state, null::jsonb as tasks
            from quality q where q.as_of = %1$L
            order by q.id$query$, p_at, p_by, instant_text(p_at)),
        'c3po.inventory.v1');
end $$;
