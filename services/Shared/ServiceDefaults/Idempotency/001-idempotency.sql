-- What callers asked for under an Idempotency-Key and what they were answered. Not part of the record: forgotten after a day.
create table idempotency_keys (
    id          uuid primary key,
    caller      uuid,
    method      varchar not null,
    path        varchar not null,
    request     bytea not null,
    started     timestamptz not null,
    attempt     uuid not null,
    held_until  timestamptz not null,
    status      integer,
    headers     jsonb,
    body        bytea
);
create index idempotency_keys_started on idempotency_keys (started);
comment on column idempotency_keys.id is 'from caller, client and key; the key itself is not kept';
comment on column idempotency_keys.request is 'SHA-256 of method, path, query, content type and body';
comment on column idempotency_keys.attempt is 'who executes it now; until held_until nobody else may';

grant select, insert, delete, update (attempt, held_until, status, headers, body) on idempotency_keys to :serving;
