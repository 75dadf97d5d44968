-- Projects without any colour are looked for by when they began.
create index project_never_coloured on project (created_at) where colour is null and state not in ('CLOSED', 'CANCELLED');
