-- A park's latest disclosed year is known when it is written: who compares parks need not look for a newer one beside each.
alter table public_years add column latest boolean not null default false;
update public_years y set latest = not exists (select from public_years newer where newer.park_id = y.park_id and newer.year > y.year);
create index public_years_latest on public_years (latest, year desc, park_id);
