-- What the controls tell the project itself: its baseline, milestones, money spent and a report it owes.
alter table project
    add column baseline       jsonb,
    add column milestones     jsonb not null default '[]',
    add column money_actual   jsonb,
    add column special_report jsonb;
