-- The same bytes again. They are the import they were the first time, as long as nothing of the source was applied since; after
-- that they say something new, because what came between holds.

alter table import add column superseded boolean not null default false;
drop index import_once;
create unique index import_once on import (source, fingerprint) where state not in ('REJECTED', 'FAILED') and not superseded;

-- As before; and the files of the source that came before are old now.
create or replace function import_apply(p_import uuid, p_at timestamptz) returns void
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
    update import set superseded = true where source = i.source and id <> p_import and applied and not superseded;
end $$;

-- An unchanged file: its source has seen again what it saw. Nobody is waited for while locks are held; what somebody else is
-- writing is being seen anyway.
create function import_see_again(p_import uuid, p_observed timestamptz) returns void
    language sql as $$
    with known as materialized (
        select s.asset, s.source, s.native_key
        from import i
            join import_row r on r.import = i.id and r.outcome in ('CREATED', 'UPDATED', 'UNCHANGED')
            -- whoever has the key now: the asset may have been merged
            left join identifier k on k.kind = 'N' and k.value = i.source || '/' || r.native_key
            join sighting s on s.asset = coalesce(k.asset, r.asset) and s.source = i.source
                           and s.native_key = coalesce(r.native_key, r.asset::text)
        where i.id = p_import and i.applied and s.last_seen < p_observed
        for no key update of s skip locked
    )
    update sighting s set last_seen = p_observed
    from known k where s.asset = k.asset and s.source = k.source and s.native_key = k.native_key;

    insert into source_fed as f (source, at) select source, p_observed from import where id = p_import and applied
    on conflict (source) do update set at = greatest(f.at, excluded.at)
$$;
