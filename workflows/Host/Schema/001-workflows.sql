-- Files of processes, by the SHA-256 of their text in hex. Never changed, never removed: instances run on them.
create table files (
    hash  varchar primary key,
    xml   text not null
);

-- From when which file stands for a process; in a province its own, where it has one. Written with the event that says so.
create table definitions (
    process     varchar not null,
    province    varchar not null default '',
    valid_from  timestamptz not null,
    hash        varchar not null references files,
    primary key (process, province, valid_from)
);

-- What instances were started on: process ids and the hashes of their files.
create table releases (
    id         varchar primary key,
    processes  jsonb not null
);

-- Where each instance stands: the fold of its events, kept. Its row is the instance's lock.
create table instances (
    id            uuid primary key,
    process       varchar not null,
    release       varchar not null references releases,
    business_key  varchar,
    park          uuid,
    province      varchar,
    status        varchar not null,
    version       bigint not null,
    at            timestamptz not null,
    tip           varchar,
    started       timestamptz not null,
    ended         timestamptz,
    snapshot      jsonb not null
);
-- A case has one process of a kind at a time: a park is asked for one acceptance, a park and year for one report.
create unique index instances_running on instances (business_key, process) where ended is null;
create index instances_key on instances (business_key, process);
create index instances_park on instances (park);

-- What is open in each instance, derived from its state with every command.
create table tasks (
    id            uuid primary key,
    instance      uuid not null references instances,
    element       integer not null,
    process       varchar not null,
    node          varchar not null,
    kind          varchar not null,
    business_key  varchar,
    park          uuid,
    province      varchar,
    organisation  uuid,
    thing         uuid,
    groups        varchar[] not null,
    users         varchar[] not null,
    assignee      uuid,
    owner         uuid,
    version       integer not null,
    due           timestamptz,
    follow_up     timestamptz,
    opened        timestamptz not null,
    command       uuid,
    person        uuid,
    settle_at     timestamptz,
    unique (instance, element)
);
create index tasks_groups on tasks using gin (groups);
create index tasks_assignee on tasks (assignee) where assignee is not null;
create index tasks_thing on tasks (thing);
create index tasks_settle on tasks (settle_at) where settle_at is not null;

-- Tasks that are over, so that who comes late is told so, and how long each node takes.
create table tasks_ended (
    id        uuid primary key,
    instance  uuid not null,
    element   integer not null,
    process   varchar not null,
    node      varchar not null,
    opened    timestamptz not null,
    ended     timestamptz not null
);
create index tasks_ended_recently on tasks_ended using brin (ended);

create table timers (
    instance  uuid not null references instances,
    key       integer not null,
    node      varchar not null,
    due       timestamptz not null,
    try_at    timestamptz not null,
    primary key (instance, key)
);
create index timers_due on timers (try_at);

create table jobs (
    instance      uuid not null references instances,
    element       integer not null,
    node          varchar not null,
    type          varchar not null,
    retries       integer not null,
    headers       jsonb not null,
    available_at  timestamptz not null,
    primary key (instance, element)
);
create index jobs_available on jobs (type, available_at);

create table subscriptions (
    instance         uuid not null references instances,
    key              integer not null,
    process          varchar not null,
    node             varchar not null,
    message          varchar not null,
    correlation_key  varchar not null,
    since            bigint generated always as identity,
    try_at           timestamptz not null,
    primary key (instance, key)
);
create index subscriptions_message on subscriptions (message, correlation_key);

create table incidents (
    instance  uuid not null references instances,
    key       integer not null,
    element   integer not null,
    node      varchar not null,
    code      varchar not null,
    message   jsonb not null,
    raised    timestamptz not null,
    primary key (instance, key)
);

-- Messages until their time is over, and which process had each: a process has a message once.
create table messages (
    id            varchar primary key,
    place         bigint generated always as identity,
    name          varchar not null,
    key           varchar not null,
    variables     jsonb not null,
    published_at  timestamptz not null,
    came_at       timestamptz not null default now(),
    until         timestamptz not null,
    reported      boolean not null default false,
    try_at        timestamptz not null default '-infinity'
);
create index messages_waiting on messages (name, key);
create index messages_until on messages (until) where not reported;
create table deliveries_made (
    message   varchar not null references messages,
    process   varchar not null,
    instance  uuid not null,
    at        timestamptz not null,
    primary key (message, process)
);

-- What a process told somebody: for everybody of a role who has to do with the case.
create table notices (
    id            uuid primary key,
    instance      uuid not null references instances,
    template      varchar not null,
    role          varchar not null,
    business_key  varchar,
    park          uuid,
    province      varchar,
    organisation  uuid,
    at            timestamptz not null
);
create index notices_at on notices (role, at desc);

-- What is intended and made public, so that anybody may object (公示).
create table publications (
    id            uuid primary key,
    instance      uuid not null references instances,
    notice        varchar not null,
    park          uuid,
    name          varchar,
    province      varchar,
    thing         uuid,
    at            timestamptz not null
);
create index publications_at on publications (at desc);

grant select, insert on notices, publications to :serving;
grant select, insert on files, releases, deliveries_made, tasks_ended to :serving;
grant select, insert, update on definitions, instances, messages to :serving;
grant select, insert, update, delete on tasks, timers, jobs, subscriptions, incidents to :serving;
