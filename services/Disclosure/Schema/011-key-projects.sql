-- One row per key project of a listed park, as a line of the open data.
create table public_key_projects (
    park_id  uuid not null,
    number   integer not null,
    csv      text not null,
    json     text not null,
    primary key (park_id, number)
);
grant select, insert, update, delete on public_key_projects to :serving;
