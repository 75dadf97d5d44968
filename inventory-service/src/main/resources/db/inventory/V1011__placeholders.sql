-- The list of placeholders is a record that people keep; the table beside it is what matching asks.

create table placeholder_list (
    id          text primary key check (id = 'identity'),
    version     bigint not null,
    access      jsonb not null,
    entries     jsonb not null,
    recorded_at timestamptz not null
);

insert into placeholder_list
select 'identity', 1,
       '{"classification": "INTERNAL", "departments": [], "people": [], "vendor": null, "bodies": [], "sources": []}',
       (select jsonb_agg(value order by value) from placeholder), business_now();

select journal_append_all($query$
    select 'placeholderList' as aggregate_type, l.id as aggregate_id, 1::bigint as version,
           'city.c3po.placeholderList.recorded.v1' as type,
           '/contracts/inventory/placeholderList.recorded.v1.schema.json' as schema, l.recorded_at as occurred_at,
           'system' as actor, null::text as reason, null::text as trace_parent, l.access as access,
           jsonb_build_object('added', l.entries, 'removed', '[]'::jsonb, 'at', instant_text(l.recorded_at)) as fact,
           jsonb_build_object('id', l.id, 'href', '/v1/placeholders/identity', 'entries', l.entries,
                              'recordedAt', instant_text(l.recorded_at)) as state,
           null::jsonb as tasks
    from placeholder_list l$query$, 'c3po.inventory.v1');

-- What is a placeholder now identifies nothing any more; what is none any more identifies whoever claims it first.
create function keep_placeholders(p_entries text[]) returns void
    language plpgsql as $$
declare
    added   text[] := array(select e from unnest(p_entries) e where e not in (select value from placeholder));
    removed text[] := array(select value from placeholder where value <> all (p_entries));
begin
    delete from placeholder where value = any (removed);
    insert into placeholder select unnest(added);

    delete from identifier i
    where added <> '{}' and i.kind in ('S', 'U', 'T')
      and exists (select from unnest(added) e where i.value = case i.kind when 'S' then i.value else e end
                                                and (i.kind <> 'S' or right(i.value, length(e) + 1) = '|' || e));

    insert into identifier (kind, value, apart, asset)
    select distinct on (k.kind, k.value) k.kind, k.value, '00000000-0000-0000-0000-000000000000'::uuid, c.asset
    from claim c cross join lateral identity_keys(c.source, c.native_key, c.said) k
    where removed <> '{}' and k.kind in ('S', 'U', 'T')
      and (plain_key(c.said ->> 'serial') = any (removed) or uuid_key(c.said ->> 'uuid') = any (removed)
           or plain_key(c.said ->> 'tag') = any (removed))
    order by k.kind, k.value, c.asset
    on conflict do nothing;
end $$;
