-- Software products, and for how long their makers look after them. Cycles are data: whole documents per product line.

create table software_product (
    id          uuid primary key,
    version     bigint not null,
    access      jsonb not null,
    said        jsonb not null,
    sample_data boolean not null,
    created_by  text not null,
    created_at  timestamptz not null,
    publisher   text not null generated always as (said ->> 'publisher') stored,
    product     text not null generated always as (said ->> 'product') stored,
    edition     text generated always as (said ->> 'edition') stored,
    release     text generated always as (said ->> 'version') stored,
    purl        text generated always as (said ->> 'purl') stored,
    cpe         text generated always as (said ->> 'cpe') stored,
    lifecycle   text generated always as (said ->> 'lifecycle') stored,
    cycle       text generated always as (said ->> 'cycle') stored
);
create unique index software_product_once on software_product
    (lower(publisher), lower(product), lower(coalesce(edition, '')), lower(coalesce(release, '')));
create unique index software_product_by_purl on software_product (purl) where purl is not null;
create unique index software_product_by_cpe on software_product (cpe) where cpe is not null;
create index software_product_by_product on software_product (lower(product), lower(coalesce(release, '')));
create index software_product_by_lifecycle on software_product (lifecycle) where lifecycle is not null;

-- "said" is the body of the last PUT; its cycles are those of the endoflife.date model.
create table product_lifecycle (
    id          text primary key,
    version     bigint not null,
    access      jsonb not null,
    said        jsonb not null,
    recorded_at timestamptz not null
);

-- The cycle that is named; else the one whose name the release begins with, the longest first.
create function support_cycle(p_lifecycle text, p_cycle text, p_release text) returns jsonb
    language sql stable
    return (
        select c from product_lifecycle l cross join lateral jsonb_array_elements(l.said -> 'cycles') c
        where l.id = p_lifecycle
          and case when p_cycle is not null then c ->> 'cycle' = p_cycle
                   else p_release = c ->> 'cycle' or starts_with(p_release, (c ->> 'cycle') || '.') end
        order by length(c ->> 'cycle') desc limit 1);

-- A day that nobody told is not guessed: after the last known one it is UNKNOWN, unless the end itself is told.
create function support_status(c jsonb, day date) returns text
    language sql immutable parallel safe
    return case
        when c is null or day < (c ->> 'releasedOn')::date then 'UNKNOWN'
        when day <= (c ->> 'activeUntil')::date then 'ACTIVE'
        when day <= (c ->> 'securityUntil')::date then case when c ->> 'activeUntil' is null then 'ACTIVE' else 'SECURITY' end
        when day <= (c ->> 'extendedUntil')::date then 'EXTENDED'
        when c ->> 'securityUntil' is not null or c ->> 'extendedUntil' is not null then 'EOL'
        else 'UNKNOWN'
    end;

-- Of several the highest holds: what nobody knows is worse than any support, and better than a known end.
create function support_badness(status text) returns int
    language sql immutable parallel safe
    return array_position(array['ACTIVE', 'SECURITY', 'EXTENDED', 'UNKNOWN', 'EOL'], status);

-- Until when its present status holds; null when no day is known.
create function support_until(c jsonb, day date) returns date
    language sql immutable parallel safe
    return (select min(d) from (values ((c ->> 'activeUntil')::date), ((c ->> 'securityUntil')::date),
                                       ((c ->> 'extendedUntil')::date)) known (d) where d >= day);

-- Which assets are which product: by its id, its purl, its CPE; else by name and version, if that means one product.
create view asset_product (asset, product) as
    select a.id, p.id from asset a join software_product p on p.id::text = a.product
    union
    select a.id, p.id from asset a join software_product p on p.purl = a.said ->> 'purl'
    union
    select a.id, p.id from asset a join software_product p on p.cpe = a.said ->> 'cpe'
    union
    select a.id, p.id
    from asset a
        join software_product p on lower(p.product) = lower(a.product)
                               and lower(coalesce(p.release, '')) = lower(coalesce(a.said ->> 'productVersion', ''))
    where not exists (select from software_product o
                      where o.id <> p.id and lower(o.product) = lower(p.product)
                        and lower(coalesce(o.release, '')) = lower(coalesce(p.release, '')));
