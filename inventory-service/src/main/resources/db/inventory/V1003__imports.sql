-- Imports. A file is copied into staging tables as it streams in; everything after that is set-based SQL: match, plan,
-- apply. The plan is a table of one row per row of the file, and what callers read.

create sequence import_number;

create function import_numbered(prefix text) returns text
    language sql volatile
    return prefix || (select lpad(n::text, greatest(4, length(n::text)), '0') from nextval('import_number') n);

create table import (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    number      text not null unique,
    state       text not null check (state in ('RECEIVED', 'PLANNED', 'QUARANTINED', 'APPROVED', 'APPLIED', 'REJECTED',
                                               'FAILED')),
    source      text not null references source (id),
    profile     text not null,
    options     jsonb not null,
    -- SHA-256 of the bytes and the options
    fingerprint text not null,
    rows        int not null,
    observed_at timestamptz not null,
    counts      jsonb,
    -- why it is quarantined, rejected or failed
    reasons     jsonb not null default '[]',
    -- its rows are applied; what is left is to say so
    applied     boolean not null default false,
    created_by  text not null,
    created_at  timestamptz not null,
    decided_by  text,
    finished_at timestamptz,
    sample_data boolean not null
);
-- The same bytes for the same source are one import, however often and however simultaneously they are sent.
create unique index import_once on import (source, fingerprint) where state not in ('REJECTED', 'FAILED');
create index import_newest on import (created_at, id);
create index import_waiting on import (id) where state in ('RECEIVED', 'APPROVED');
create index import_applied on import (source, finished_at) where state = 'APPLIED';

-- How far it is. Written on a connection of its own, so that it can be seen while a long transaction runs.
create table import_progress (
    import uuid primary key,
    step   text not null,
    done   bigint not null,
    total  bigint not null,
    at     timestamptz not null
);

-- Staging: not logged, because a lost file is sent again. Nearly everything here is read whole.
create unlogged table staged_row (
    import     uuid not null,
    line       int not null,
    native_key text,
    kind       text,
    state      text,
    said       jsonb not null,
    digest     uuid not null,
    -- [{field, code, message, value}]
    faults     jsonb
);
create index staged_row_by_line on staged_row (import, line);
create unlogged table staged_key (
    import uuid not null,
    line   int not null,
    kind   "char" not null,
    value  text not null
);
create unlogged table staged_hit (
    import uuid not null,
    line   int not null,
    asset  uuid not null,
    -- as in the order of matching: 1 native key … 6 MAC, 7 name and department
    rank   int not null
);

-- What becomes, or became, of each row.
create table import_row (
    import     uuid not null,
    line       int not null,
    native_key text,
    outcome    text not null check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'HELD', 'REVIEW', 'SKIPPED', 'FAILED')),
    asset      uuid,
    -- the asset's version that the plan is bound to
    version    bigint,
    rule       text,
    -- why it is held, reviewed or skipped
    reason     text,
    candidates uuid[],
    -- the line of the same file that says something of the same asset
    earlier    int,
    faults     jsonb,
    changed    text[],
    -- what the asset will be: of updates only
    said       jsonb,
    provenance jsonb,
    from_state text,
    to_state   text,
    primary key (import, line)
);
create index import_row_notable on import_row (import, outcome, line) where outcome not in ('CREATED', 'UPDATED', 'UNCHANGED');

-- Rows that a person decides, and incomplete ones that wait for the rest.
create table match_review (
    id         uuid primary key,
    version    bigint not null,
    access     jsonb not null,
    state      text not null check (state in ('OPEN', 'HELD', 'LINKED', 'REGISTERED', 'DISMISSED', 'COMPLETED', 'EXPIRED')),
    source     text not null,
    native_key text,
    import     uuid not null,
    line       int not null,
    kind       text,
    row_state  text,
    said       jsonb not null,
    reason     text not null,
    candidates jsonb not null default '[]',
    earlier    int,
    asset      uuid,
    decided_by text,
    comment    text,
    opened_at  timestamptz not null,
    -- held rows: until then
    until      timestamptz,
    unique (import, line)
);
create index match_review_open on match_review (id) where state in ('OPEN', 'HELD');
create index match_review_held on match_review (source, native_key) where state = 'HELD';

grant truncate on staged_row, staged_key, staged_hit to ${app};
grant maintain on staged_row, staged_key, staged_hit, import_row, asset, claim, sighting, identifier to ${app};

-- The plan -----------------------------------------------------------------------------------------------------------

create function fault(field text, code text, message text, value text) returns jsonb
    language sql immutable parallel safe
    return jsonb_build_object('field', field, 'code', code, 'message', message, 'value', value);

create function rule_name(rank int) returns text
    language sql immutable
    return (array['NATIVE_KEY', 'SERIAL_AND_UUID', 'SERIAL_AND_MANUFACTURER', 'UUID', 'TAG', 'MAC', 'NAME_AND_DEPARTMENT'])[rank];

-- What a row that fits no asset begins as when it does not say.
create function first_state(kind text, said jsonb, today date) returns text
    language sql immutable parallel safe
    return case
        when lifecycle_family(kind) = 'LICENSED'
            then case when (said ->> 'termEnd')::date < today then 'EXPIRED' else 'ACTIVE' end
        when said ? 'department' and said ?| array['custodian', 'location', 'parent'] then 'IN_USE'
        when said ? 'receivedOn' then 'IN_STOCK'
        else 'REQUESTED'
    end;

-- Rows that say exactly what their source last said of an asset nobody else feeds: most of a nightly feed.
create function import_plan_unchanged(p_import uuid, p_source text, p_observed timestamptz) returns void
    language sql as $$
    insert into import_row (import, line, native_key, outcome, asset, version, rule)
    select s.import, s.line, s.native_key, 'UNCHANGED', i.asset, a.version, 'NATIVE_KEY'
    from staged_row s
        join identifier i on i.kind = 'N' and i.value = p_source || '/' || s.native_key
                         and i.apart = '00000000-0000-0000-0000-000000000000'
        join claim c on c.asset = i.asset and c.source = p_source and c.native_key = s.native_key and c.digest = s.digest
        join asset a on a.id = i.asset and jsonb_array_length(a.sources) = 1
    where s.import = p_import and s.faults is null
      and not exists (select from import_row d where d.import = p_import and d.line = s.line)
$$;

-- A row that says something of the same native key as an earlier row of its file.
create function import_plan_repeated(p_import uuid) returns void
    language sql as $$
    insert into import_row (import, line, native_key, outcome, reason, earlier)
    select s.import, s.line, s.native_key,
           case when s.digest = first.digest then 'SKIPPED' else 'REVIEW' end,
           case when s.digest = first.digest then 'same-as-earlier-line' else 'differs-from-earlier-line' end,
           first.line
    from (select native_key, min(line) as line from staged_row
          where import = p_import and native_key is not null
          group by native_key having count(*) > 1) repeated
        join staged_row first on first.import = p_import and first.line = repeated.line
        join staged_row s on s.import = p_import and s.native_key = repeated.native_key and s.line > repeated.line
$$;

-- What is wrong with the values of rows, beyond what could be seen while reading: all of it.
create function import_plan_faults(p_import uuid, p_create text[]) returns void
    language sql as $$
    insert into import_row (import, line, native_key, outcome, faults)
    select s.import, s.line, s.native_key, 'FAILED', coalesce(s.faults, '[]') || coalesce(f.faults, '[]')
    from staged_row s
        left join (
            select line, jsonb_agg(fault(field, 'known-reference',
                'There is no such record. Correct the code, have its owner record it, or name its type in createReferences.',
                value) order by field) as faults
            from (
                select s.line, r.field, r.value
                from staged_row s
                    cross join lateral (values ('department', 'department', s.said ->> 'department'),
                                               ('person', 'custodian', s.said ->> 'custodian'),
                                               ('vendor', 'vendor', s.said ->> 'vendor')) r (kind, field, value)
                where s.import = p_import and r.value is not null and not r.kind = any (p_create)
                  and not exists (select from known_reference k where k.kind = r.kind and k.id = r.value)
                union all
                select s.line, 'parent', s.said ->> 'parent'
                from staged_row s
                where s.import = p_import and s.said ->> 'parent' is not null
                  and not exists (select from asset a where a.id::text = s.said ->> 'parent')
            ) unknown
            group by line
        ) f on f.line = s.line
    where s.import = p_import and (s.faults is not null or f.faults is not null)
      and not exists (select from import_row d where d.import = p_import and d.line = s.line)
$$;

create function import_stage_keys(p_import uuid, p_source text) returns void
    language sql as $$
    insert into staged_key (import, line, kind, value)
    select s.import, s.line, k.kind, k.value
    from staged_row s
        cross join lateral identity_keys(p_source, coalesce(s.native_key, ''), s.said) k
    where s.import = p_import and (k.kind <> 'N' or s.native_key is not null)
      and not exists (select from import_row d where d.import = p_import and d.line = s.line)
$$;

create function import_stage_hits(p_import uuid) returns void
    language sql as $$
    insert into staged_hit (import, line, asset, rank)
    select k.import, k.line, i.asset,
           case k.kind when 'N' then 1 when 'S' then 3 when 'T' then 5 when 'M' then 6
               else case when plain_key(s.said ->> 'serial') = plain_key(a.said ->> 'serial') then 2 else 4 end
           end
    from staged_key k
        join identifier i on i.kind = k.kind and i.value = k.value
        left join staged_row s on k.kind = 'U' and s.import = p_import and s.line = k.line
        left join asset a on k.kind = 'U' and a.id = i.asset
    where k.import = p_import
    union
    select s.import, s.line, a.id, 5
    from staged_row s join asset a on a.tag = s.said ->> 'tag'
    where s.import = p_import and s.said ? 'tag' and a.merged_into is null
      and not exists (select from import_row d where d.import = p_import and d.line = s.line);

    -- rows that nothing but name and department tell apart: a candidate, never a link
    insert into staged_hit (import, line, asset, rank)
    select s.import, s.line, a.id, 7
    from staged_row s
        join asset a on a.name = s.said ->> 'name' and a.department = s.said ->> 'department' and a.kind = s.kind
                    and a.merged_into is null
        join import i on i.id = s.import
        left join (select distinct line from staged_key where import = p_import and kind <> 'N') k on k.line = s.line
    where s.import = p_import and k.line is null
      and not exists (select from import_row d where d.import = p_import and d.line = s.line)
      and not exists (select from staged_hit h where h.import = p_import and h.line = s.line)
      and not exists (select from claim c where c.asset = a.id and c.source = i.source)
$$;

-- Rows that hit something: linked, or for a person to decide.
create function import_plan_hits(
    p_import uuid, p_source text, p_on_existing text, p_observed timestamptz, p_at timestamptz
) returns void
    language sql as $$
    insert into import_row (import, line, native_key, outcome, asset, version, rule, reason, candidates, earlier, faults,
                            changed, said, provenance, from_state, to_state)
    with best as (
        select h.line, min(h.rank) as rank,
               array_agg(distinct h.asset) as assets,
               array_agg(distinct h.asset) filter (where h.rank < 6) as owners
        from staged_hit h where h.import = p_import group by h.line
    ), chosen as (
        select b.*, (array(select distinct h.asset from staged_hit h
                           where h.import = p_import and h.line = b.line and h.rank = b.rank)) as firsts
        from best b
    ), decided as (
        select c.*, s.native_key, s.kind, s.state as row_state, s.said as row_said, s.digest, a.id as asset, a.version,
               a.state, a.locks, a.said as before, a.kind as asset_kind, o.said as old_said, o.state as old_state,
               o.digest as old_digest, g.last_seen,
               case
                   when cardinality(c.firsts) > 1 then 'several'
                   when c.rank = 7 then 'candidate-only'
                   when cardinality(c.owners) > 1 then 'several'
                   when c.rank > 1 and s.native_key is not null and exists (
                       select from claim k where k.asset = a.id and k.source = p_source and k.native_key <> s.native_key)
                       then 'native-key-differs'
                   when c.rank > 3 and s.said ? 'serial' and plain_key(s.said ->> 'serial') <> plain_key(a.said ->> 'serial')
                       then 'serial-differs'
                   when c.rank > 4 and s.said ? 'uuid' and uuid_key(s.said ->> 'uuid') <> uuid_key(a.said ->> 'uuid')
                       then 'uuid-differs'
                   when c.rank > 5 and s.said ? 'tag' and a.tag not like 'C3-%' and s.said ->> 'tag' <> a.tag
                       then 'tag-differs'
               end as doubt,
               min(c.line) over (partition by case when cardinality(c.firsts) = 1 then c.firsts[1] end,
                                              cardinality(c.firsts)) as first_line
        from chosen c
            join staged_row s on s.import = p_import and s.line = c.line
            join asset a on a.id = c.firsts[1]
            left join claim o on o.asset = a.id and o.source = p_source and o.native_key = coalesce(s.native_key, a.id::text)
            left join sighting g on g.asset = o.asset and g.source = o.source and g.native_key = o.native_key
    ), weighed as (
        select d.*, w.said as after, w.provenance as after_provenance,
               case when d.row_state is distinct from d.old_state and d.row_state <> d.state then d.row_state end as wanted
        from decided d
            left join lateral reconciled(
                d.asset, d.asset_kind,
                case when d.row_state is distinct from d.old_state then coalesce(d.row_state, d.state) else d.state end,
                d.locks, p_at, p_source, coalesce(d.native_key, d.asset::text), d.row_said - 'tag') w
                on d.doubt is null and p_on_existing = 'UPDATE'
    ), judged as (
        select w.*,
               array(select key from jsonb_each(coalesce(after, before)) n where n.value is distinct from before -> n.key
                     union select key from jsonb_object_keys(before) o (key) where not coalesce(after, before) ? o.key
                     order by 1) as changes,
               nullif(
                   case when doubt is null and kind is not null and kind <> asset_kind then jsonb_build_array(
                       fault('kind', 'kind-is-fixed', 'An asset''s kind never changes. Register another asset.', kind))
                       else '[]' end
                   || case when doubt is null and p_on_existing = 'FAIL' then jsonb_build_array(
                       fault('nativeKey', 'exists-already', 'The asset exists, and onExisting is FAIL.', native_key))
                       else '[]' end
                   || case when wanted is not null and not exists (
                           select from legal_move m where m.from_state = state and m.to_state = wanted)
                       then jsonb_build_array(fault('state', 'illegal-move',
                           'The asset''s present state does not allow this: ' || state || '.', wanted))
                       else '[]' end
                   || coalesce(case when after is not null then asset_faults(asset_kind, coalesce(wanted, state), after) end,
                               '[]'), '[]') as judged_faults
        from weighed w
    )
    select p_import, line, native_key,
           case
               when doubt is not null then 'REVIEW'
               when line > first_line then case when digest = (select s.digest from staged_row s
                                                               where s.import = p_import and s.line = first_line)
                                               then 'SKIPPED' else 'REVIEW' end
               when last_seen > p_observed then 'SKIPPED'
               when judged_faults is not null then 'FAILED'
               when p_on_existing = 'SKIP' then 'SKIPPED'
               when changes = '{}' and wanted is null then 'UNCHANGED'
               else 'UPDATED'
           end,
           case when doubt is null then asset end, case when doubt is null then version end, rule_name(rank),
           case
               when doubt is not null then doubt
               when line > first_line then 'same-asset-as-earlier-line'
               when last_seen > p_observed then 'older-than-last-seen'
               when p_on_existing = 'SKIP' then 'exists-already'
           end,
           case when doubt is not null or cardinality(assets) > 1 then assets end,
           case when doubt is null and line > first_line then first_line end,
           case when doubt is null and line = first_line then judged_faults end,
           case when after is not null and (changes <> '{}' or wanted is not null) then changes end,
           case when after is not null and (changes <> '{}' or wanted is not null) then after end,
           case when after is not null and (changes <> '{}' or wanted is not null) then after_provenance end,
           state, wanted
    from judged
$$;

-- Rows that hit nothing: created; or held until the rest is told; or twice in one file.
create function import_plan_new(p_import uuid, p_source text, p_today date) returns void
    language sql as $$
    insert into import_row (import, line, native_key, outcome, asset, reason, earlier, faults, to_state)
    with twice as (
        -- of rows that share a key, the first one wins
        select k.line, min(f.line) as first_line
        from (select kind, value, min(line) as line from staged_key
              where import = p_import and kind in ('S', 'U', 'T') group by kind, value having count(*) > 1) f
            join staged_key k on k.import = p_import and k.kind = f.kind and k.value = f.value and k.line > f.line
        group by k.line
    ), fresh as (
        select s.*, t.first_line, coalesce(s.state, first_state(s.kind, s.said, p_today)) as begins
        from staged_row s left join twice t on t.line = s.line
        where s.import = p_import
          and not exists (select from import_row d where d.import = p_import and d.line = s.line)
    ), judged as (
        select f.*, j.judged_faults,
               said ->> 'name' is not null and said ->> 'department' is not null and native_key is not null as complete
        from fresh f
            -- said once, not wherever it is used
            cross join lateral (
                select asset_faults(f.kind, f.begins, jsonb_strip_nulls(f.said)) as judged_faults offset 0) j
    )
    select import, line, native_key,
           case
               when first_line is not null then case when digest = (select s.digest from staged_row s
                                                                    where s.import = p_import and s.line = first_line)
                                                    then 'SKIPPED' else 'REVIEW' end
               when not complete then 'HELD'
               when judged_faults is not null then 'FAILED'
               else 'CREATED'
           end,
           case when first_line is null and complete and judged_faults is null then uuidv7() end,
           case when first_line is not null then 'same-asset-as-earlier-line' when not complete then 'incomplete' end,
           first_line,
           case when first_line is null and complete then judged_faults end,
           begins
    from judged
$$;

-- The whole plan of an import.
create function import_plan(p_import uuid, p_at timestamptz, p_today date) returns void
    language plpgsql as $$
declare
    i import := (select i from import i where i.id = p_import);
    o jsonb := i.options;
begin
    set local work_mem = '128MB';
    -- staged tables are young and without indexes: a plan that believes them small would never end
    if i.rows > 5000 then
        set local enable_nestloop = off;
    end if;
    delete from import_row where import = p_import;
    delete from staged_key where import = p_import;
    delete from staged_hit where import = p_import;
    analyze staged_row;
    perform import_plan_repeated(p_import);
    perform import_plan_faults(p_import, array(select lower(jsonb_array_elements_text(o -> 'createReferences'))));
    perform import_plan_unchanged(p_import, i.source, i.observed_at);
    analyze import_row;
    perform import_stage_keys(p_import, i.source);
    analyze staged_key;
    perform import_stage_hits(p_import);
    analyze staged_hit;
    perform import_plan_hits(p_import, i.source, o ->> 'onExisting', i.observed_at, p_at);
    perform import_plan_new(p_import, i.source, p_today);
end $$;

-- How many rows became what.
create function import_counts(p_import uuid) returns jsonb
    language sql stable as $$
    select jsonb_build_object('rows', sum(n)) || jsonb_object_agg(lower(outcome), n)
    from (select o.outcome, (select count(*) from import_row r where r.import = p_import and r.outcome = o.outcome) as n
          from unnest(array['CREATED', 'UPDATED', 'UNCHANGED', 'HELD', 'REVIEW', 'SKIPPED', 'FAILED']) o (outcome)) counted
$$;

-- Applying ----------------------------------------------------------------------------------------------------------

-- Whether an asset that the plan would change is another one by now.
create function import_outdated(p_import uuid) returns boolean
    language sql stable as $$
    select exists (
        select from import_row r join asset a on a.id = r.asset
        where r.import = p_import and r.outcome in ('UPDATED', 'UNCHANGED') and (a.version <> r.version or a.merged_into is not null))
$$;

create function import_create_references(p_import uuid, p_create text[]) returns void
    language sql as $$
    insert into known_reference (kind, id)
    select distinct r.kind, r.value
    from staged_row s
        join import_row w on w.import = s.import and w.line = s.line and w.outcome in ('CREATED', 'UPDATED', 'UNCHANGED')
        cross join lateral (values ('department', s.said ->> 'department'), ('person', s.said ->> 'custodian'),
                                   ('vendor', s.said ->> 'vendor')) r (kind, value)
    where s.import = p_import and r.kind = any (p_create) and r.value is not null
    on conflict do nothing
$$;

create function import_apply_created(p_import uuid, p_source text, p_by text, p_sample boolean, p_at timestamptz) returns bigint
    language plpgsql as $$
declare
    sources_ jsonb := jsonb_build_array(p_source);
    made     bigint;
begin
    insert into asset (id, version, access, tag, kind, state, said, provenance, sources, sample_data, created_by, created_at)
    select r.asset, 1, asset_access(b.said, sources_), tagged(s.said ->> 'tag'), s.kind, r.to_state, b.said,
           (select coalesce(jsonb_object_agg(k, p_source), '{}') from jsonb_object_keys(b.said) k),
           sources_, p_sample, p_by, p_at
    from import_row r
        join staged_row s on s.import = p_import and s.line = r.line
        cross join lateral (select case when r.to_state in ('RETIRED', 'DISPOSED')
                                       then jsonb_strip_nulls(s.said) - array['tag', 'custodian', 'parent']
                                       else jsonb_strip_nulls(s.said) - 'tag' end as said offset 0) b
    where r.import = p_import and r.outcome = 'CREATED'
    order by r.line;
    get diagnostics made = row_count;

    insert into claim (asset, source, native_key, said, state, digest, decision)
    select r.asset, p_source, r.native_key, s.said, s.state, s.digest,
           jsonb_build_object('decision', 'CREATE', 'rule', 'NATIVE_KEY', 'importId', p_import, 'line', r.line,
                              'at', instant_text(p_at))
    from import_row r join staged_row s on s.import = p_import and s.line = r.line
    where r.import = p_import and r.outcome = 'CREATED'
    order by r.line;

    insert into identifier (kind, value, apart, asset)
    select k.kind, k.value, case k.kind when 'M' then r.asset else '00000000-0000-0000-0000-000000000000' end, r.asset
    from import_row r join staged_key k on k.import = p_import and k.line = r.line
    where r.import = p_import and r.outcome = 'CREATED'
    order by k.kind, k.value;

    perform journal_append_all(
        format($query$
            select 'asset' as aggregate_type, a.id::text as aggregate_id, 1::bigint as version,
                   'city.c3po.asset.created.v1' as type,
                   '/contracts/inventory/asset.created.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, a.access as access,
                   jsonb_build_object('kind', a.kind, 'source', %3$L::text, 'importId', r.import, 'line', r.line,
                                      'at', %4$L::text) as fact,
                   asset_state(a) as state, null::jsonb as tasks
            from import_row r join asset a on a.id = r.asset
            where r.import = %5$L and r.outcome = 'CREATED'
            order by r.line$query$, p_at, p_by, p_source, instant_text(p_at), p_import),
        'c3po.inventory-assets.v1');
    return made;
end $$;

create function import_apply_updated(p_import uuid, p_source text, p_by text, p_at timestamptz) returns bigint
    language plpgsql as $$
declare
    made bigint;
begin
    -- what the source says now, whether or not it changes anything
    insert into claim as c (asset, source, native_key, said, state, digest, decision)
    select r.asset, p_source, coalesce(r.native_key, r.asset::text), s.said, s.state, s.digest,
           jsonb_strip_nulls(jsonb_build_object(
               'decision', 'LINK', 'rule', r.rule,
               'losers', (select jsonb_agg(l) from unnest(r.candidates) l where l <> r.asset),
               'importId', p_import, 'line', r.line, 'at', instant_text(p_at)))
    from import_row r join staged_row s on s.import = p_import and s.line = r.line
    where r.import = p_import and r.outcome in ('UPDATED', 'UNCHANGED')
      and not exists (select from claim k where k.asset = r.asset and k.source = p_source
                                            and k.native_key = r.native_key and k.digest = s.digest)
    on conflict (asset, source, native_key) do update
        set said = c.said || excluded.said, state = coalesce(excluded.state, c.state), digest = excluded.digest;

    insert into identifier (kind, value, apart, asset)
    select distinct k.kind, k.value, case k.kind when 'M' then r.asset else '00000000-0000-0000-0000-000000000000' end, r.asset
    from import_row r join staged_key k on k.import = p_import and k.line = r.line
    where r.import = p_import and r.outcome in ('UPDATED', 'UNCHANGED')
      and not exists (select from identifier i where i.kind = k.kind and i.value = k.value and i.asset = r.asset);

    update asset a
    set said = r.said, provenance = r.provenance, state = coalesce(r.to_state, a.state),
        sources = (select jsonb_agg(distinct x) from jsonb_array_elements(a.sources || to_jsonb(p_source)) x),
        access = asset_access(r.said, (select jsonb_agg(distinct x) from jsonb_array_elements(a.sources || to_jsonb(p_source)) x)),
        version = a.version + (r.changed <> '{}')::int + (r.to_state is not null)::int
    from import_row r
    where r.import = p_import and r.outcome = 'UPDATED' and a.id = r.asset;
    get diagnostics made = row_count;

    -- a source that says nothing new may still be new to the asset
    update asset a
    set sources = a.sources || to_jsonb(p_source), access = asset_access(a.said, a.sources || to_jsonb(p_source)),
        version = a.version + 1
    from import_row r
    where r.import = p_import and r.outcome = 'UNCHANGED' and a.id = r.asset and not a.sources ? p_source;

    perform journal_append_all(
        format($query$
            select 'asset' as aggregate_type, a.id::text as aggregate_id, r.version + 1 as version,
                   'city.c3po.asset.updated.v1' as type,
                   '/contracts/inventory/asset.updated.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, a.access as access,
                   jsonb_build_object('attributes', coalesce(to_jsonb(r.changed), '["sources"]'), 'source', %3$L::text,
                                      'importId', r.import, 'line', r.line, 'at', %4$L::text) as fact,
                   asset_state(a) as state, null::jsonb as tasks
            from import_row r join asset a on a.id = r.asset
            where r.import = %5$L and (r.outcome = 'UPDATED' and r.changed <> '{}'
                                       or r.outcome = 'UNCHANGED' and a.version = r.version + 1)
            order by r.line$query$, p_at, p_by, p_source, instant_text(p_at), p_import),
        'c3po.inventory-assets.v1');
    perform journal_append_all(
        format($query$
            select 'asset' as aggregate_type, a.id::text as aggregate_id, a.version as version,
                   'city.c3po.asset.stateChanged.v1' as type,
                   '/contracts/inventory/asset.stateChanged.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, a.access as access,
                   jsonb_build_object('from', r.from_state, 'to', r.to_state, 'source', %3$L::text,
                                      'importId', r.import, 'line', r.line, 'at', %4$L::text) as fact,
                   asset_state(a) as state, null::jsonb as tasks
            from import_row r join asset a on a.id = r.asset
            where r.import = %5$L and r.outcome = 'UPDATED' and r.to_state is not null
            order by r.line$query$, p_at, p_by, p_source, instant_text(p_at), p_import),
        'c3po.inventory-assets.v1');
    return made;
end $$;

-- Everything that the file has seen, it has seen: no version, no event.
create function import_apply_sightings(p_import uuid, p_source text, p_observed timestamptz) returns void
    language sql as $$
    insert into sighting as g (asset, source, native_key, last_seen)
    select r.asset, p_source, coalesce(r.native_key, r.asset::text), p_observed
    from import_row r
    where r.import = p_import and r.outcome in ('CREATED', 'UPDATED', 'UNCHANGED')
    on conflict (asset, source, native_key) do update set last_seen = greatest(g.last_seen, excluded.last_seen)
$$;

-- One import at a time; everything or nothing.
create function import_apply(p_import uuid, p_at timestamptz) returns void
    language plpgsql as $$
declare
    i import := (select i from import i where i.id = p_import);
begin
    set local work_mem = '128MB';
    if i.rows > 5000 then
        set local enable_nestloop = off;
    end if;
    analyze import_row;
    perform import_create_references(p_import, array(select lower(jsonb_array_elements_text(i.options -> 'createReferences'))));
    perform import_apply_created(p_import, i.source, i.created_by, i.sample_data, p_at);
    perform import_apply_updated(p_import, i.source, i.created_by, p_at);
    perform import_apply_sightings(p_import, i.source, i.observed_at);
    insert into source_fed as f values (i.source, i.observed_at)
        on conflict (source) do update set at = greatest(f.at, excluded.at);
    update import set applied = true where id = p_import;
end $$;

-- A plan made anew: what the former one said is kept aside and compared.
create unlogged table staged_plan (
    import  uuid not null,
    line    int not null,
    outcome text not null,
    asset   uuid
);

create function import_plan_keep(p_import uuid) returns void
    language sql as $$
    delete from staged_plan where import = p_import;
    insert into staged_plan select import, line, outcome, asset from import_row where import = p_import;
$$;

-- How many rows would become something else now; with p_review they are left to a person.
create function import_plan_compare(p_import uuid, p_review boolean) returns bigint
    language plpgsql as $$
declare
    changed bigint;
begin
    if p_review then
        update import_row r
        set outcome = 'REVIEW', reason = 'outcome-changed-since-the-plan', candidates = array_remove(array[r.asset], null),
            asset = null
        from staged_plan p
        where r.import = p_import and p.import = p_import and p.line = r.line and p.outcome <> r.outcome
          and r.outcome in ('CREATED', 'UPDATED');
        get diagnostics changed = row_count;
    else
        select count(*) into changed
        from import_row r join staged_plan p on p.import = p_import and p.line = r.line
        where r.import = p_import
          and (p.outcome <> r.outcome or p.outcome <> 'CREATED' and p.asset is distinct from r.asset);
    end if;
    delete from staged_plan where import = p_import;
    return changed;
end $$;

-- Rows for a person become reviews, incomplete ones are held for 90 days; a row that came whole completes a held one.
create function import_open_reviews(p_import uuid, p_by text, p_at timestamptz) returns void
    language plpgsql as $$
declare
    i import := (select i from import i where i.id = p_import);
begin
    insert into match_review (id, version, access, state, source, native_key, import, line, kind, row_state, said, reason,
                              candidates, earlier, opened_at, until)
    select uuidv7(), 1, i.access, case r.outcome when 'HELD' then 'HELD' else 'OPEN' end, i.source, s.native_key, p_import,
           r.line, s.kind, s.state, s.said, coalesce(r.reason, 'incomplete'),
           coalesce(to_jsonb(r.candidates), '[]'), r.earlier, p_at,
           case r.outcome when 'HELD' then p_at + interval '90 days' end
    from import_row r join staged_row s on s.import = p_import and s.line = r.line
    where r.import = p_import and r.outcome in ('REVIEW', 'HELD')
      and not exists (select from match_review m
                      where m.source = i.source and m.native_key = s.native_key and m.state in ('OPEN', 'HELD')
                        and m.said = s.said)
    on conflict (import, line) do nothing;

    perform journal_append_all(
        format($query$
            select 'matchReview' as aggregate_type, m.id::text as aggregate_id, 1::bigint as version,
                   'city.c3po.matchReview.opened.v1' as type,
                   '/contracts/inventory/matchReview.opened.v1.schema.json' as schema, %1$L::timestamptz as occurred_at,
                   %2$L as actor, null::text as reason, null::text as trace_parent, m.access as access,
                   jsonb_build_object('reason', m.reason, 'at', %3$L::text) as fact,
                   match_review_state(m) as state, null::jsonb as tasks
            from match_review m where m.import = %4$L and m.version = 1 and m.opened_at = %1$L$query$,
            p_at, p_by, instant_text(p_at), p_import),
        'c3po.inventory.v1');
end $$;

create function match_review_state(m match_review) returns jsonb
    language sql stable
    return jsonb_build_object(
        'id', m.id, 'href', '/v1/match-reviews/' || m.id, 'state', m.state, 'source', m.source, 'nativeKey', m.native_key,
        'importId', m.import, 'line', m.line, 'kind', m.kind, 'rowState', m.row_state, 'said', m.said,
        'reason', m.reason, 'candidates', m.candidates, 'earlier', m.earlier, 'asset', m.asset, 'decidedBy', m.decided_by,
        'comment', m.comment, 'openedAt', instant_text(m.opened_at),
        'until', case when m.until is not null then instant_text(m.until) end);

-- Throws a staged file away.
create function import_clear(p_import uuid) returns void
    language plpgsql as $$
begin
    delete from staged_key where import = p_import;
    delete from staged_hit where import = p_import;
    delete from staged_row where import = p_import;
    -- many dead rows are dropped at once when nobody else stages anything; a lock that is not free is not waited for
    begin
        set local lock_timeout = '50ms';
        lock table staged_row, staged_key, staged_hit in access exclusive mode;
        if not exists (select from staged_row) then
            truncate staged_row, staged_key, staged_hit;
        end if;
    exception when lock_not_available then
        null;
    end;
end $$;
