-- The beginning of the unfiltered list as one ready text: what most visitors ask for first. One row.
create table public_front (
    id     integer primary key default 1 check (id = 1),
    total  bigint not null default 0,
    ends   integer[] not null default '{}',
    items  bytea not null default ''
);
alter table public_front alter column items set storage external;
insert into public_front default values;

grant select, update on public_front to :serving;
