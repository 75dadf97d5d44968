-- Assets. "said" is what the city believes of one: of each attribute the value of the source that wins. Kind, tag and
-- state are the asset's own. Whatever holds for one asset is a constraint here, because imports write past Java.

create sequence asset_tag_number;

-- Tags from the sequence begin like this; nobody else may give one that does.
create function asset_tag(n bigint) returns text
    language sql immutable
    return 'C3-' || lpad(n::text, greatest(7, length(n::text)), '0');

-- A tag that was given, or the next of the sequence: said inside the insert, so that two can never be the same.
create function tagged(given text) returns text
    language sql volatile
    return coalesce(given, asset_tag(nextval('asset_tag_number')));

-- Which kinds share a lifecycle.
create function lifecycle_family(kind text) returns text
    language sql immutable parallel safe
    return case when kind in ('HARDWARE', 'SYSTEM') then 'PHYSICAL' else 'LICENSED' end;

-- The legal moves of AssetState, for imports; a test compares the two.
create table legal_move (
    from_state text not null,
    to_state   text not null,
    primary key (from_state, to_state)
);
insert into legal_move values
    ('REQUESTED', 'ON_ORDER'), ('REQUESTED', 'CANCELLED'),
    ('ON_ORDER', 'IN_STOCK'), ('ON_ORDER', 'CANCELLED'),
    ('IN_STOCK', 'IN_USE'), ('IN_STOCK', 'IN_TRANSIT'), ('IN_STOCK', 'IN_MAINTENANCE'), ('IN_STOCK', 'MISSING'),
    ('IN_STOCK', 'RETIRED'),
    ('IN_USE', 'IN_STOCK'), ('IN_USE', 'IN_MAINTENANCE'), ('IN_USE', 'MISSING'), ('IN_USE', 'RETIRED'),
    ('IN_TRANSIT', 'IN_STOCK'), ('IN_TRANSIT', 'MISSING'), ('IN_TRANSIT', 'RETIRED'),
    ('IN_MAINTENANCE', 'IN_STOCK'), ('IN_MAINTENANCE', 'IN_USE'), ('IN_MAINTENANCE', 'MISSING'),
    ('IN_MAINTENANCE', 'RETIRED'),
    ('MISSING', 'IN_STOCK'), ('MISSING', 'IN_USE'), ('MISSING', 'RETIRED'),
    ('RETIRED', 'DISPOSED'), ('RETIRED', 'IN_STOCK'),
    ('PLANNED', 'TRIAL'), ('PLANNED', 'ACTIVE'), ('PLANNED', 'TERMINATED'),
    ('TRIAL', 'ACTIVE'), ('TRIAL', 'EXPIRED'), ('TRIAL', 'TERMINATED'),
    ('ACTIVE', 'EXPIRED'), ('ACTIVE', 'TERMINATED'),
    ('EXPIRED', 'ACTIVE'), ('EXPIRED', 'TERMINATED');

create function state_fits(kind text, state text) returns boolean
    language sql immutable parallel safe
    return case lifecycle_family(kind)
        when 'PHYSICAL' then state in ('REQUESTED', 'ON_ORDER', 'IN_STOCK', 'IN_USE', 'IN_TRANSIT', 'IN_MAINTENANCE',
                                       'MISSING', 'RETIRED', 'DISPOSED', 'CANCELLED')
        else state in ('PLANNED', 'TRIAL', 'ACTIVE', 'EXPIRED', 'TERMINATED')
    end;

create table asset (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    -- never reused: rows are never deleted, a merged one stays as tombstone
    tag         text not null unique check (length(tag) between 1 and 100),
    kind        text not null check (kind in ('HARDWARE', 'SYSTEM', 'SOFTWARE_INSTALL', 'SUBSCRIPTION', 'CLOUD_RESOURCE',
                                              'DATA_SET')),
    state       text not null,
    said        jsonb not null,
    -- attribute → the source whose value it is
    provenance  jsonb not null,
    -- [{attribute, reason, until, by}]
    locks       jsonb not null default '[]',
    -- the systems that feed it
    sources     jsonb not null default '[]',
    -- what the moves left behind: retirement, disposal, sighting
    lifecycle   jsonb not null default '{}',
    -- [{kind, to}]
    relations   jsonb not null default '[]',
    merged_into uuid,
    sample_data boolean not null,
    created_by  text not null,
    created_at  timestamptz not null,
    name        text generated always as (said ->> 'name') stored,
    department  text generated always as (said ->> 'department') stored,
    custodian   text generated always as (said ->> 'custodian') stored,
    location    text generated always as (said ->> 'location') stored,
    vendor      text generated always as (said ->> 'vendor') stored,
    product     text generated always as (said ->> 'product') stored,
    words       tsvector generated always as (to_tsvector('simple',
                    coalesce(said ->> 'name', '') || ' ' || coalesce(said ->> 'manufacturer', '') || ' '
                    || coalesce(said ->> 'model', '') || ' ' || coalesce(said ->> 'serial', '') || ' ' || tag)) stored,
    constraint state_of_its_family check (state_fits(kind, state)),
    constraint in_stock_was_received check (state <> 'IN_STOCK' or said ? 'receivedOn'),
    constraint in_use_has_department_and_custodian check (
        state <> 'IN_USE' or (said ? 'department' and said ?| array['custodian', 'location', 'parent'])),
    constraint retired_is_released check (
        state not in ('RETIRED', 'DISPOSED') or not (said ?| array['custodian', 'parent'])),
    constraint disposed_is_documented check (
        state <> 'DISPOSED' or merged_into is not null
        or (lifecycle -> 'disposal' ?& array['method', 'date', 'document', 'requestedBy', 'approvedBy']
            and lifecycle -> 'disposal' ->> 'requestedBy' <> lifecycle -> 'disposal' ->> 'approvedBy'
            and (not coalesce((said -> 'dataBearing')::boolean, false)
                 or lifecycle -> 'disposal' ? 'sanitisationCertificate')))
);

-- The plans of the list, at a million rows. A row pays for the primary key, the tag, the words, its department and state;
-- the rest are partial and cost only rows that have the value.
create index asset_by_department on asset (department, id);
create index asset_by_state on asset (state, id);
create index asset_by_name on asset (name, id);
create index asset_by_custodian on asset (custodian, id) where custodian is not null;
create index asset_by_vendor on asset (vendor, id) where vendor is not null;
create index asset_by_product on asset (product, id) where product is not null;
create index asset_by_location on asset (location, id) where location is not null;
create index asset_by_parent on asset ((said ->> 'parent')) where said ? 'parent';
-- the public catalogue: some hundreds of rows
create index asset_enterprise on asset (name, id) where (said -> 'enterpriseSystem')::boolean;
create index asset_words on asset using gin (words);
create index asset_tombstones on asset (merged_into) where merged_into is not null;

-- What each source says ----------------------------------------------------------------------------------------------

-- Every source's values, kept whoever wins. Json null: the source says that there is none.
create table claim (
    asset      uuid not null,
    source     text not null,
    native_key text not null,
    said       jsonb not null,
    state      text,
    -- of the row it came in: the same again is no news
    digest     uuid not null,
    -- {decision, rule, keys, losers, import, line, at}: why it is a claim on this asset
    decision   jsonb not null,
    -- merged assets whose claim it was, the last one last; null where it was never merged
    path       uuid[],
    primary key (asset, source, native_key)
);

-- When a source last saw an asset: outside version and events, so that seeing it again costs no event.
create table sighting (
    asset      uuid not null,
    source     text not null,
    native_key text not null,
    last_seen  timestamptz not null,
    path       uuid[],
    primary key (asset, source, native_key)
) with (fillfactor = 60);

-- By what an asset is known: N source and native key, S manufacturer and serial, U uuid, T tag, M MAC. One index: of N, S,
-- U and T a value belongs to one asset; MACs (docks, spare cards) may be shared, their "apart" is the asset.
create table identifier (
    kind  "char" not null check (kind in ('N', 'S', 'U', 'T', 'M')),
    value text not null,
    apart uuid not null,
    asset uuid not null,
    path  uuid[],
    check (apart = case when kind = 'M' then asset else '00000000-0000-0000-0000-000000000000' end),
    unique (kind, value, apart)
);

-- What people and BIOS makers type where there is no serial: stored as it came, but no key.
create table placeholder (
    value text primary key check (value = upper(translate(value, E' -_./\\#:,', '')))
);
insert into placeholder values
    ('TOBEFILLEDBYOEM'), ('NONE'), ('NA'), ('NULL'), ('UNKNOWN'), ('DEFAULTSTRING'), ('SYSTEMSERIALNUMBER'),
    ('NOTSPECIFIED'), ('NOTAPPLICABLE'), ('NOTAVAILABLE'), ('INVALID'), ('SERIALNUMBER'), ('0123456789'), ('123456789'),
    ('1234567890'), ('EMPTY'), ('OEM'), ('TBD'), ('MISSING'), ('NOSERIAL'), ('VIRTUAL'), ('CHASSISSERIALNUMBER'),
    ('03000200040005000006000700080009');

-- Upper case, without the separators that people put in or leave out; null for what cannot tell two things apart.
create function plain_key(raw text) returns text
    language sql immutable parallel safe
    return nullif(regexp_replace(upper(translate(raw, E' -_./\\#:,', '')), '^(.)\1*$', ''), '');

-- 32 hexadecimal digits; of the two byte orders in which firmware tells the same uuid, the lesser.
create function uuid_key(raw text) returns text
    language sql immutable parallel safe
    return (
        select least(hex, substr(hex, 7, 2) || substr(hex, 5, 2) || substr(hex, 3, 2) || substr(hex, 1, 2)
                          || substr(hex, 11, 2) || substr(hex, 9, 2) || substr(hex, 15, 2) || substr(hex, 13, 2)
                          || substr(hex, 17))
        from (select plain_key(translate(raw, '{}', '')) as hex) plain
        where hex ~ '^[0-9A-F]{32}$');

-- 12 hexadecimal digits; null for locally administered and multicast addresses, which cards do not come with.
create function mac_key(raw text) returns text
    language sql immutable parallel safe
    return (
        select hex
        from (select plain_key(raw) as hex) plain
        where hex ~ '^[0-9A-F]{12}$' and substr(hex, 2, 1) in ('0', '4', '8', 'C'));

-- By what a claim identifies its asset.
create function identity_keys(source text, native_key text, said jsonb) returns table (kind "char", value text)
    language sql stable rows 4 as $$
    select k.kind, k.value
    from (values ('N'::"char", source || '/' || native_key),
                 ('S', plain_key(said ->> 'manufacturer') || '|' || plain_key(said ->> 'serial')),
                 ('U', uuid_key(said ->> 'uuid')),
                 ('T', plain_key(said ->> 'tag'))) k (kind, value)
    where k.value is not null
      and (k.kind = 'N' or not exists (select from placeholder p
                                       where p.value = case k.kind when 'S' then plain_key(said ->> 'serial') else k.value end))
    union all
    select distinct 'M'::"char", mac_key(mac)
    from jsonb_array_elements_text(case jsonb_typeof(said -> 'macs') when 'array' then said -> 'macs' else '[]' end) mac
    where mac_key(mac) is not null
$$;

-- Sources ------------------------------------------------------------------------------------------------------------

-- A department system that feeds the inventory. "said" is the body of the last PUT.
create table source (
    id            text primary key check (id <> 'manual'),
    version       bigint not null,
    access        jsonb not null,
    said          jsonb not null,
    recorded_at   timestamptz not null,
    -- since when its feed is late; null while it is not
    late_since    timestamptz,
    name          text not null generated always as (said ->> 'name') stored,
    cadence_hours int not null generated always as ((said ->> 'cadenceHours')::int) stored check (cadence_hours > 0),
    -- a value is fresh for so long after its source last saw the asset
    fresh_hours   int not null generated always as ((said ->> 'freshHours')::int) stored check (fresh_hours > 0),
    rank          int not null generated always as ((said ->> 'rank')::int) stored check (rank between 1 and 1000),
    may_clear     boolean not null generated always as ((said ->> 'mayClear')::boolean) stored
);

-- When a source last fed us: outside its version, as sightings are.
create table source_fed (
    source text primary key,
    at     timestamptz not null
);

-- The rank of a source for an attribute: the most specific exception, else its own. People come before systems.
create function source_rank(p_source text, p_kind text, p_attribute text) returns int
    language sql stable
    return coalesce(
        (select coalesce(
            (select (e ->> 'rank')::int
             from jsonb_array_elements(s.said -> 'precedence') e
             where coalesce(e ->> 'kind', p_kind) = p_kind and coalesce(e ->> 'attribute', p_attribute) = p_attribute
             order by (e ->> 'attribute') is null, (e ->> 'kind') is null limit 1),
            s.rank)
         from source s where s.id = p_source),
        case when p_source = 'manual' then 50 else 500 end);

-- What is believed of an asset, given what its sources say: per attribute, a locked value; else of the fresh sources the
-- one with the best rank, of equals the one that saw it last; else the same among those that are no longer fresh.
-- What is retired is assigned to nobody, whatever a source still says. Single writes and imports share it: the news of a
-- source that is not noted yet is weighed as if it were.
create function reconciled(
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

-- What stands in the way of an asset being like this, as [{field, code, message, value}]; null when nothing does. The same
-- rules are constraints of the table and, for single writes, AssetRule.
create function asset_faults(p_kind text, p_state text, p_said jsonb) returns jsonb
    language sql immutable parallel safe
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
                else (
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
        where applies) end;

-- Who may read an asset: the city's own people; of systems those that feed it.
create function asset_access(said jsonb, sources jsonb) returns jsonb
    language sql immutable parallel safe
    return jsonb_build_object(
        'classification', 'INTERNAL',
        'departments', case when said ? 'department' then jsonb_build_array(said -> 'department') else '[]' end,
        'people', case when said ? 'custodian' then jsonb_build_array(said -> 'custodian') else '[]' end,
        'vendor', null, 'bodies', '[]'::jsonb, 'sources', sources);

-- An instant as the API writes it.
create function instant_text(at timestamptz) returns text
    language sql stable
    return regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '(\.000000|000)$', '') || 'Z';

-- The public representation, as AssetView has it; a test holds the two together.
create function asset_state(a asset) returns jsonb
    language sql stable
    return jsonb_build_object(
        'id', a.id, 'tag', a.tag, 'href', '/v1/assets/' || a.id, 'kind', a.kind, 'state', a.state,
        'provenance', a.provenance, 'sources', a.sources, 'locks', a.locks, 'lifecycle', a.lifecycle, 'relations', a.relations,
        'mergedInto', case when a.merged_into is null then null
                           else jsonb_build_object('type', 'asset', 'id', a.merged_into, 'number', null,
                                                   'href', '/v1/assets/' || a.merged_into) end,
        'sampleData', a.sample_data, 'createdBy', a.created_by, 'createdAt', instant_text(a.created_at)) || a.said;

-- Relations, kept equal to the documents, for questions that walk them ----------------------------------------------------

create table relation (
    from_asset uuid not null,
    kind       text not null check (kind in ('DEPENDS_ON', 'RUNS_ON', 'PART_OF')),
    to_asset   uuid not null check (to_asset <> from_asset),
    primary key (from_asset, kind, to_asset)
);
create index relation_back on relation (to_asset, kind, from_asset);

create function keep_relations() returns trigger
    language plpgsql as $$
begin
    delete from relation where from_asset = new.id;
    insert into relation (from_asset, kind, to_asset)
    select new.id, r ->> 'kind', (r ->> 'to')::uuid from jsonb_array_elements(new.relations) r;
    return null;
end $$;
create trigger asset_relations_changed after update on asset
    for each row when (old.relations is distinct from new.relations) execute function keep_relations();
