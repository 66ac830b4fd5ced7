-- What somebody wrote to dispute a figure. The dispute itself is an event; words and contact of a person lie here, where
-- they can be erased.
create table dispute_texts (
    dispute_id  uuid primary key,
    number      varchar not null unique,
    reason      varchar,
    evidence    varchar,
    contact     varchar
);

-- Dense numbers within a year: D-2026-000001.
create table dispute_numbers (
    year  integer primary key,
    last  integer not null
);

grant select, insert, update, delete on dispute_texts to :serving;
grant select, insert, update on dispute_numbers to :serving;
