-- Matching a file asks for its keys at once, rather than row by row.

-- As before: what identity_keys says of one claim, of a whole file at once; a test compares the two.
create or replace function import_stage_keys(p_import uuid, p_source text) returns void
    language sql as $$
    insert into staged_key (import, line, kind, value)
    with plain as materialized (
        select s.line, s.native_key, plain_key(s.said ->> 'manufacturer') as maker, plain_key(s.said ->> 'serial') as serial,
               uuid_key(s.said ->> 'uuid') as uuid, plain_key(s.said ->> 'tag') as tag, s.said -> 'macs' as macs
        from staged_row s
        where s.import = p_import and not exists (select from import_row d where d.import = p_import and d.line = s.line)
    ), told as (
        select line, 'N'::"char" as kind, p_source || '/' || native_key as value, null as plain from plain
        union all select line, 'S', maker || '|' || serial, serial from plain
        union all select line, 'U', uuid, uuid from plain
        union all select line, 'T', tag, tag from plain
    )
    select p_import, t.line, t.kind, t.value
    from told t where t.value is not null and not exists (select from placeholder p where p.value = t.plain)
    union all
    select distinct p_import, p.line, 'M'::"char", mac_key(m.mac)
    from plain p
        cross join lateral jsonb_array_elements_text(case jsonb_typeof(p.macs) when 'array' then p.macs else '[]' end) m (mac)
    where mac_key(m.mac) is not null
$$;

-- A placeholder that reads as a uuid is one in both byte orders: uuids are known by the lesser.
insert into placeholder select uuid_key(value) from placeholder where uuid_key(value) is not null on conflict do nothing;
delete from identifier i using placeholder p where i.kind = 'U' and i.value = p.value;

create or replace function keep_placeholders(p_entries text[]) returns void
    language plpgsql as $$
declare
    keys    text[] := array(select e from unnest(p_entries) e
                            union select uuid_key(e) from unnest(p_entries) e where uuid_key(e) is not null);
    added   text[] := array(select k from unnest(keys) k where k not in (select value from placeholder));
    removed text[] := array(select value from placeholder where value <> all (keys));
begin
    delete from placeholder where value = any (removed);
    insert into placeholder select unnest(added);

    delete from identifier i
    where added <> '{}' and i.kind in ('S', 'U', 'T')
      and exists (select from unnest(added) k
                  where case i.kind when 'S' then right(i.value, length(k) + 1) = '|' || k else i.value = k end);

    insert into identifier (kind, value, apart, asset)
    select distinct on (k.kind, k.value) k.kind, k.value, '00000000-0000-0000-0000-000000000000'::uuid, c.asset
    from claim c cross join lateral identity_keys(c.source, c.native_key, c.said) k
    where removed <> '{}' and k.kind in ('S', 'U', 'T')
      and (plain_key(c.said ->> 'serial') = any (removed) or uuid_key(c.said ->> 'uuid') = any (removed)
           or plain_key(c.said ->> 'tag') = any (removed))
    order by k.kind, k.value, c.asset
    on conflict do nothing;
end $$;

-- What is declared more constant than the functions that it calls is never put into the statement that calls it, but called for each
-- row; so is what contains a query. The same as before, as PostgreSQL can put it there.
create or replace function asset_access(said jsonb, sources jsonb) returns jsonb
    language sql stable parallel safe
    return jsonb_build_object(
        'classification', 'INTERNAL',
        'departments', case when said ? 'department' then jsonb_build_array(said -> 'department') else '[]' end,
        'people', case when said ? 'custodian' then jsonb_build_array(said -> 'custodian') else '[]' end,
        'vendor', null, 'bodies', '[]'::jsonb, 'sources', sources);

create function asset_faults_told(p_kind text, p_state text, p_said jsonb) returns jsonb
    language sql stable parallel safe
    return (
        select jsonb_agg(jsonb_build_object('field', field, 'code', code, 'message', message, 'value', value))
        from (values
            (p_state = 'IN_STOCK' and not p_said ? 'receivedOn', 'receivedOn', 'in-stock-was-received',
             'What is in stock was received some day. Say receivedOn.', null::jsonb),
            (p_state = 'IN_USE' and not p_said ? 'department', 'department', 'in-use-has-department',
             'What is in use belongs to a department. Say which.', null),
            (p_state = 'IN_USE' and not p_said ?| array['custodian', 'location', 'parent'], 'custodian',
             'in-use-has-custodian',
             'What is in use is with a person, at a place or part of an asset. Say custodian, location or parent.', null),
            (p_said ->> 'termEnd' < p_said ->> 'termStart', 'termEnd', 'term-in-order', 'termEnd is not before termStart.',
             p_said -> 'termEnd'),
            (not p_said ? 'name', 'name', 'name-missing', 'An asset has a name.', null),
            (not state_fits(p_kind, p_state), 'state', 'state-fits-kind',
             'Assets of this kind do not have this state. The documentation lists each kind''s states.', to_jsonb(p_state)),
            (p_state = 'DISPOSED', 'state', 'begins-live',
             'Nothing is imported as DISPOSED. Retire it, and have its disposal approved.', to_jsonb(p_state))
        ) fault (applies, field, code, message, value)
        where applies);

create or replace function asset_faults(p_kind text, p_state text, p_said jsonb) returns jsonb
    language sql stable parallel safe
    -- nearly always there is none, and a million rows are asked
    return case when p_said ? 'name' and p_said ? 'department'
                     and case p_state
                             when 'IN_USE' then p_said ?| array['custodian', 'location', 'parent']
                             when 'IN_STOCK' then p_said ? 'receivedOn'
                             else p_state <> 'DISPOSED'
                         end
                     and coalesce(p_said ->> 'termEnd' >= p_said ->> 'termStart', true)
                     and state_fits(p_kind, p_state)
                then null
                else asset_faults_told(p_kind, p_state, p_said) end;

create or replace function first_state(kind text, said jsonb, today date) returns text
    language sql stable parallel safe
    return case
        when lifecycle_family(kind) = 'LICENSED'
            then case when (said ->> 'termEnd')::date < today then 'EXPIRED' else 'ACTIVE' end
        when said ? 'department' and said ?| array['custodian', 'location', 'parent'] then 'IN_USE'
        when said ? 'receivedOn' then 'IN_STOCK'
        else 'REQUESTED'
    end;

