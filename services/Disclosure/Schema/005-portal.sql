-- What the list is further narrowed by, and every table of the open data in both forms.
alter table public_parks add column industry varchar not null default '';
alter table public_parks add column list text;
alter table public_parks add column verdict varchar;
alter table public_parks add column json text not null default '{}';
alter table public_events add column csv text not null default '';
alter table public_years add column json text not null default '{}';
alter table public_years add column item text not null default '{}';
alter table public_years add column province varchar not null default '';
alter table public_years add column industry varchar not null default '';
alter table public_years add column body uuid;
create index public_years_body on public_years (body);
