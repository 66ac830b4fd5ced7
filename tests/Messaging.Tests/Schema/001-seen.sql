-- What the example's subscriber was told, in the order it was told.
create table seen (
    n          bigint generated always as identity primary key,
    source     varchar not null,
    stream_id  uuid not null,
    sequence   bigint not null,
    type       varchar not null
);
grant select, insert on seen to :serving;
