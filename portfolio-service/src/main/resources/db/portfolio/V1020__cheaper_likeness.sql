-- Initiatives that read alike are looked for among those that were submitted, so drafts are not in these indexes: writing
-- one is cheaper, and so is looking. Entries go to their places at once: a look would read through all that wait for it.
drop index initiative_title_trigrams;
drop index initiative_problem_trigrams;
create index initiative_title_trigrams on initiative using gin (title gin_trgm_ops) with (fastupdate = off)
    where state not in ('DRAFT', 'WITHDRAWN', 'DUPLICATE', 'MERGED');
create index initiative_problem_trigrams on initiative using gin (problem gin_trgm_ops) with (fastupdate = off)
    where state not in ('DRAFT', 'WITHDRAWN', 'DUPLICATE', 'MERGED');

-- The most alike first. PostgreSQL takes the operator % for as cheap as a comparison of numbers, when it costs a
-- thousand of them: left alone it reads the whole table (80 ms for 3,000 initiatives, 2 ms along the indexes), and a plan
-- of its own for each text costs 2 ms, since it tries the text on a hundred others to guess how rare it is.
create function initiatives_like(a_title text, a_problem text, other_than uuid, most int)
    returns table (id uuid, number text, likeness real)
    language plpgsql stable
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
    as $$
begin
    return query
        select i.id, i.number, greatest(similarity(i.title, a_title), similarity(i.problem, a_problem)) as likeness
        from initiative i
        where (i.title % a_title or i.problem % a_problem) and i.id <> other_than
          and i.state not in ('DRAFT', 'WITHDRAWN', 'DUPLICATE', 'MERGED')
        order by likeness desc, i.id
        limit most;
end $$;

-- Nothing is kept of a record without names in other systems.
drop trigger initiative_refs_inserted on initiative;
create trigger initiative_refs_inserted after insert on initiative
    for each row when (new.proposal -> 'externalRefs' <> '[]')
    execute function keep_external_refs('initiative', 'proposal');
