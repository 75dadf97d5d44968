-- A source that is withdrawn is believed no more. What it said is kept: reinstated, it is believed again.

alter table source add column withdrawn_at timestamptz;

-- As before, but for sources that are withdrawn.
create or replace function reconciled(
    p_asset uuid, p_kind text, p_state text, p_locks jsonb, at timestamptz,
    news_source text default null, news_key text default null, news jsonb default null
) returns table (said jsonb, provenance jsonb)
    language sql stable as $$
    select coalesce(jsonb_object_agg(attribute, value) filter (where value <> 'null'), '{}'),
           coalesce(jsonb_object_agg(attribute, source) filter (where value <> 'null'), '{}')
    from (
        select distinct on (v.key) v.key as attribute, v.value, c.source
        from (select c.source, c.native_key, s.last_seen,
                     c.said
              from claim c
                  join sighting s on s.asset = c.asset and s.source = c.source and s.native_key = c.native_key
              where c.asset = p_asset and (c.source, c.native_key) is distinct from (news_source, news_key)
              union all
              select news_source, news_key, at,
                     coalesce((select c.said from claim c
                               where c.asset = p_asset and c.source = news_source and c.native_key = news_key), '{}') || news
              where news is not null) c
            left join source f on f.id = c.source
            cross join lateral jsonb_each(c.said) v
        where v.key <> 'tag'
          and f.withdrawn_at is null
          and not (p_state in ('RETIRED', 'DISPOSED') and v.key in ('custodian', 'parent'))
        order by v.key,
            c.source = 'manual' and exists (
                select from jsonb_array_elements(p_locks) l
                where l ->> 'attribute' = v.key and coalesce((l ->> 'until')::timestamptz, 'infinity') > at) desc,
            coalesce(c.last_seen + make_interval(hours => f.fresh_hours), 'infinity') > at desc,
            source_rank(c.source, p_kind, v.key),
            c.last_seen desc, c.source, c.native_key
    ) winner
$$;

create table reconsidered_asset (
    asset   uuid primary key,
    changed text[] not null
);

-- Weighs all assets that a source claims something of anew, after it was withdrawn or reinstated. What the state of an asset
-- takes for granted stays until somebody says otherwise, whoever said it. Answers how many assets are others now.
create function reconsider_source(p_source text, p_reason text, p_by text, p_at timestamptz) returns bigint
    language plpgsql as $$
declare
    told bigint;
begin
    delete from reconsidered_asset;
    perform from asset a
    where a.id in (select c.asset from claim c where c.source = p_source) order by a.id for no key update;

    with weighed as (
        select a.id, a.said as before, a.provenance as before_provenance, a.kind, a.state, a.sources as before_sources,
               r.said as after, r.provenance as after_provenance, f.fed
        from asset a
            cross join lateral reconciled(a.id, a.kind, a.state, a.locks, p_at) r
            cross join lateral (
                select coalesce(jsonb_agg(distinct c.source), '[]') as fed
                from claim c join source s on s.id = c.source and s.withdrawn_at is null
                where c.asset = a.id) f
        where a.merged_into is null and a.id in (select c.asset from claim c where c.source = p_source)
    ), needed as (
        select w.*, n.said as kept, n.provenance as kept_provenance
        from weighed w cross join lateral (
            select coalesce(jsonb_object_agg(k, w.before -> k), '{}') as said,
                   coalesce(jsonb_object_agg(k, w.before_provenance -> k), '{}') as provenance
            from unnest(array['name', 'department', 'custodian', 'location', 'parent', 'receivedOn']) k
            where w.before ? k and (k = 'name' or asset_faults(w.kind, w.state, w.after) is not null)) n
    ), settled as (
        select id, before, before_sources, kept || after as said, kept_provenance || after_provenance as provenance, fed
        from needed
    ), written as (
        update asset a
        set said = s.said, provenance = s.provenance, sources = s.fed, access = asset_access(s.said, s.fed),
            version = a.version + 1
        from settled s
        where a.id = s.id and (a.said <> s.said or a.provenance <> s.provenance or a.sources <> s.fed)
        returning a.id,
            array(select key from jsonb_each(s.said) n where n.value is distinct from s.before -> n.key
                  union select key from jsonb_object_keys(s.before) o (key) where not s.said ? o.key
                  union select 'sources' where s.fed <> s.before_sources
                  order by 1) as changed
    )
    insert into reconsidered_asset select id, changed from written;

    told := journal_append_all(
        format($query$
            select 'asset' as aggregate_type, a.id::text as aggregate_id, a.version as version,
                   'city.c3po.asset.updated.v1' as type,
                   '/contracts/inventory/asset.updated.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, %5$L::text as reason, null::text as trace_parent, a.access as access,
                   jsonb_build_object('attributes', to_jsonb(r.changed), 'source', %3$L::text, 'reason', %5$L::text,
                                      'at', %4$L::text) as fact,
                   asset_state(a) as state, null::jsonb as tasks
            from reconsidered_asset r join asset a on a.id = r.asset
            order by a.id$query$, p_at, p_by, p_source, instant_text(p_at), p_reason),
        'c3po.inventory-assets.v1');
    delete from reconsidered_asset;
    return told;
end $$;
