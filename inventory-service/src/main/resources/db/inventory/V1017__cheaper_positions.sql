-- As before, for a million machines: only what somebody licensed is worked out, by the metrics of its licences, and which
-- systems tell of it is taken along instead of being looked up again for each machine.

-- What consumes: each row is one device, person, site or allocation that needs so many of a product's licences by a metric.
-- A device is what something is installed on, or the thing itself.
drop function licence_need(jsonb, date, date, uuid);
create function licence_need(p_minimum jsonb, p_since date, p_until date, p_product uuid)
    returns table (product uuid, metric text, department text, what text, amount int, assets uuid[],
                   sources jsonb)
    language sql stable as $$
    with licensed as (
        -- for seats that systems tell of nobody need have recorded anything
        select distinct e.product, e.metric from entitlement e where p_product is null or e.product = p_product
    ), live as (
        select ap.product, a.id, a.sources, a.kind, a.custodian, d.id as device,
               coalesce(a.department, d.department, '') as department, coalesce(a.location, d.location) as location,
               (d.said -> 'cores')::int as cores
        from asset_product ap
            join asset a on a.id = ap.asset and a.merged_into is null
                        and a.state in ('ACTIVE', 'TRIAL', 'IN_USE', 'IN_MAINTENANCE', 'IN_TRANSIT')
            left join asset d on d.id = coalesce((a.said ->> 'parent')::uuid, a.id)
        where (p_product is null or ap.product = p_product)
          and (a.kind = 'SUBSCRIPTION' or ap.product in (select l.product from licensed l))
    )
    select product, 'DEVICE', max(department), device::text, 1, array_agg(id), jsonb_agg(distinct sources) from live
    where product in (select l.product from licensed l where l.metric = 'DEVICE')
      and kind <> 'SUBSCRIPTION' and device is not null group by product, device
    union all
    select product, 'NAMED_USER', max(department), custodian, 1, array_agg(id), jsonb_agg(distinct sources) from live
    where product in (select l.product from licensed l where l.metric = 'NAMED_USER')
      and custodian is not null group by product, custodian
    union all
    -- without a number of cores nobody knows what a device needs
    select product, 'CORE', max(department), device::text,
           case when max(cores) is not null then greatest(max(cores), coalesce((p_minimum ->> product::text)::int, 0)) end,
           array_agg(id), jsonb_agg(distinct sources)
    from live
    where product in (select l.product from licensed l where l.metric = 'CORE')
      and kind <> 'SUBSCRIPTION' and device is not null group by product, device
    union all
    select product, 'SITE', max(department), location, 1, array_agg(id), jsonb_agg(distinct sources) from live
    where product in (select l.product from licensed l where l.metric = 'SITE')
      and kind <> 'SUBSCRIPTION' and location is not null group by product, location
    union all
    select e.product, 'SEAT_SUBSCRIPTION', coalesce(e.department, ''), coalesce(l.person, l.asset::text), l.quantity,
           array_remove(array[l.asset], null), case when a.id is null then '[]' else jsonb_build_array(a.sources) end
    from allocation l join entitlement e on e.id = l.entitlement left join asset a on a.id = l.asset
    where e.metric = 'SEAT_SUBSCRIPTION' and e.ended is null and (p_product is null or e.product = p_product)
    union all
    -- a seat that a system tells of, unless it is allocated: then it is the same one
    select s.product, 'SEAT_SUBSCRIPTION', max(s.department), s.taken_by, 1, array_agg(s.id), jsonb_agg(distinct s.sources)
    from (select product, department, id, sources, coalesce(custodian, case when device <> id then device::text end) as taken_by
          from live where kind = 'SUBSCRIPTION') s
    where s.taken_by is not null
      and not exists (select from allocation l join entitlement e on e.id = l.entitlement
                      where e.metric = 'SEAT_SUBSCRIPTION' and e.ended is null and e.product = s.product
                        and coalesce(l.person, l.asset::text) = s.taken_by)
    group by s.product, s.taken_by
    union all
    -- of each department the most on one day; all of them together are the city's
    select product, 'CONCURRENT', department, 'peak of ' || min(day) filter (where peak = most), most, '{}'::uuid[], '[]'
    from (select *, max(peak) over (partition by product, department) as most from peak_use
          where day between p_since and p_until and (p_product is null or product = p_product)) p
    group by product, department, most
$$;

-- Everything that counts for the positions of a day.
create or replace function licence_positions(p_day date, p_at timestamptz, p_over numeric, p_peak_days int, p_product uuid default null)
    returns table (product uuid, metric text, department text, status text, "position" jsonb)
    language sql stable as $$
    with valid as (
        select r.* from right_of_use r
        where (p_product is null or r.product = p_product) and r.term_start <= p_day::text
          and coalesce(r.term_end, '9999-12-31') >= p_day::text
    ), minimum as (
        select coalesce(jsonb_object_agg(v.product, v.least), '{}') as by_product
        from (select product, max(minimum_cores) as least from valid where metric = 'CORE' group by product) v
        where v.least is not null
    ), need as (
        select n.* from minimum m, licence_need(m.by_product, p_day - p_peak_days, p_day, p_product) n
        where exists (select from entitlement e where e.product = n.product and e.metric = n.metric)
           or exists (select from valid v where v.product = n.product and v.metric = n.metric)
    ), scoped_need as (
        select product, metric, d as department, what, amount, sources
        from need cross join lateral (select '' union select need.department) scope (d)
    ), scoped_right as (
        select v.*, d as scope from valid v cross join lateral (select '' union select coalesce(v.department, '')) s (d)
    ), keys as (
        -- what was entitled once is a position until it is looked at
        select product, metric, department from scoped_need
        union select e.product, e.metric, d from entitlement e cross join lateral (select '' union select coalesce(e.department, '')) s (d)
        where p_product is null or e.product = p_product
        union select product, metric, scope from scoped_right
        -- and what was a position stays one, though its subscription is gone
        union select p.product, p.metric, p.department from licence_position p where p_product is null or p.product = p_product
    ), needed as (
        select product, metric, department, sum(amount)::int as consumed, count(*) as consumers,
               count(*) filter (where amount is null) as unknown
        from scoped_need group by product, metric, department
    ), feeding as (
        select n.product, n.metric, n.department, s.source
        from (select distinct product, metric, department, sources from scoped_need) n
            cross join lateral jsonb_array_elements(n.sources) x (of_asset)
            cross join lateral jsonb_array_elements_text(x.of_asset) s (source)
        union
        select p.product, 'CONCURRENT', d, p.source from peak_use p cross join lateral (select '' union select p.department) s (d)
        where p_product is null or p.product = p_product
        union
        select r.product, r.metric, r.scope, s.source
        from scoped_right r cross join lateral jsonb_array_elements_text(r.sources) s (source)
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
               sum((cost ->> 'amount')::numeric) as cost, bool_and(cost is not null) as priced,
               count(distinct cost ->> 'currency') as currencies, max(cost ->> 'currency') as currency,
               jsonb_agg(jsonb_build_object(
                   'type', type, 'id', id, 'number', number,
                   'href', case type when 'asset' then '/v1/assets/' else '/v1/entitlements/' end || id) order by number) as entitlements
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
