-- Counted in one go, rather than once for each outcome.
create or replace function import_counts(p_import uuid) returns jsonb
    language sql stable as $$
    select jsonb_build_object('rows', sum(n)) || jsonb_object_agg(lower(outcome), n)
    from (select o.outcome, coalesce(c.n, 0) as n
          from unnest(array['CREATED', 'UPDATED', 'UNCHANGED', 'HELD', 'REVIEW', 'SKIPPED', 'FAILED']) o (outcome)
              left join (select outcome, count(*) as n from import_row where import = p_import group by outcome) c
                  on c.outcome = o.outcome) counted
$$;

-- A uuid's key of its plain digits, said apart so that a file's million are reckoned within one statement.
create function uuid_of_digits(hex text) returns text
    language sql immutable parallel safe
    return case when hex ~ '^[0-9A-F]{32}$'
        then least(hex, substr(hex, 7, 2) || substr(hex, 5, 2) || substr(hex, 3, 2) || substr(hex, 1, 2)
                        || substr(hex, 11, 2) || substr(hex, 9, 2) || substr(hex, 15, 2) || substr(hex, 13, 2)
                        || substr(hex, 17)) end;

create or replace function uuid_key(raw text) returns text
    language plpgsql immutable parallel safe as $$
declare
    hex constant text := plain_key(translate(raw, '{}', ''));
begin
    return uuid_of_digits(hex);
end $$;

-- As before; a uuid's digits are made plain once.
create or replace function import_stage_keys(p_import uuid, p_source text) returns void
    language sql as $$
    insert into staged_key (import, line, kind, value)
    with plain as materialized (
        select s.line, s.native_key, plain_key(s.said ->> 'manufacturer') as maker, plain_key(s.said ->> 'serial') as serial,
               plain_key(translate(s.said ->> 'uuid', '{}', '')) as digits, plain_key(s.said ->> 'tag') as tag,
               s.said -> 'macs' as macs
        from staged_row s
        where s.import = p_import and not exists (select from import_row d where d.import = p_import and d.line = s.line)
    ), told as (
        select line, 'N'::"char" as kind, p_source || '/' || native_key as value, null as plain from plain
        union all select line, 'S', maker || '|' || serial, serial from plain
        union all select line, 'U', uuid, uuid
                  from (select line, uuid_of_digits(digits) as uuid from plain where digits is not null offset 0) known
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
