-- Who is mailed what is new. The only place where an address stands; whatever belongs to it goes with its row.
create table subscriptions (
    id            uuid primary key,
    address       varchar not null,
    followed      varchar not null,
    language      varchar not null check (language in ('zh', 'en')),
    asked_at      timestamptz not null,
    confirmed_at  timestamptz,
    next_at       timestamptz,
    -- The mail that is to go out: the question whether it is wanted, or what is new. One at a time; its Message-ID is made of it.
    letter        uuid,
    try_at        timestamptz,
    tries         integer not null default 0,
    sent_at       timestamptz
);
create unique index subscriptions_once on subscriptions (lower(address), followed);
create index subscriptions_letters on subscriptions (try_at) where letter is not null;
create index subscriptions_mornings on subscriptions (next_at) where letter is null and confirmed_at is not null;
create index subscriptions_waiting on subscriptions (asked_at) where confirmed_at is null;

-- What the links of its mails hold: hashes alone. Each mail has a key of its own; each key confirms and each one cancels.
create table subscription_keys (
    hash          varchar primary key,
    subscription  uuid not null references subscriptions on delete cascade
);
create index subscription_keys_subscription on subscription_keys (subscription);

-- Which entries it was told of, and by which mail; by none where they stood there before.
create table subscription_told (
    subscription  uuid not null references subscriptions on delete cascade,
    event_id      uuid not null,
    letter        uuid,
    primary key (subscription, event_id)
);
create index subscription_told_letter on subscription_told (letter) where letter is not null;

grant select, insert, update, delete on subscriptions, subscription_keys, subscription_told to :serving;
