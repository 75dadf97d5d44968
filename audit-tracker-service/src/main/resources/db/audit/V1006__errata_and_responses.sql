-- What is said of a finding after it was recorded, and by when management responds to a recommendation.

alter table finding add column addenda jsonb not null default '[]';

alter table recommendation add column response_due date;
update recommendation r set response_due = cast(a.terms ->> 'responseDue' as date) from audit a where a.id = r.audit;
