-- What portfolio tells of departments, people and vendors, and placeholders for those it has not told of yet.
create table known_reference (
    kind    text not null check (kind in ('department', 'person', 'vendor')),
    id      text not null,
    name    text,
    -- the owner's version; 0: somebody referred to it before its owner told of it
    version bigint not null default 0,
    primary key (kind, id)
);
