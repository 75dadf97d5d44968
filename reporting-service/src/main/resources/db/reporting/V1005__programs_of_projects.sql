-- A charter, a risk or a report belongs to a program through its project. What a record inherits is noted with each line,
-- so that a page that was read once reads the same when the project has moved on.
alter table subject
    add column project   text,
    add column inherited text[] not null default '{}';
alter table change
    add column inherited text[] not null default '{}';

update subject set project = state -> 'project' ->> 'id'
where state -> 'project' ->> 'id' is not null;
update subject s
set inherited = array_remove(array[p.state -> 'program' ->> 'id', p.state -> 'program' ->> 'number'], null)
from subject p
where p.type = 'project' and p.id = s.project and p.state -> 'program' ->> 'id' is not null;
update change c set inherited = s.inherited
from subject s
where c.seq = s.seq and s.inherited <> '{}';

create index subject_of_project on subject (project) where project is not null;
