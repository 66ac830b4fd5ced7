-- What was recorded under a caller's key, written in the transaction of its events: a command that is sent again is answered from
-- here, and one that runs twice at once is refused its second commit. Forgotten together with the keys.
create table commands (
    id         uuid primary key,
    stream_id  uuid not null,
    version    bigint not null,
    at         timestamptz not null
);
create index commands_at on commands (at);

grant select, insert, delete on commands to :serving;
