-- What the public log says of each event, written in the event's own transaction and never again. Bytes, not JSON: their hash counts.
create table leaves (
    stream_id  uuid not null,
    version    bigint not null,
    event_id   uuid not null unique,
    leaf       bytea not null,
    hash       bytea not null,
    primary key (stream_id, version)
);

-- What opens a leaf's commitments. Deleting a row erases what it opened for good; the leaf stays as it is.
create table disclosures (
    event_id    uuid not null,
    name        varchar not null,
    disclosure  text not null,
    primary key (event_id, name)
);

grant select, insert on leaves to :serving;
grant select, insert, delete on disclosures to :serving;
