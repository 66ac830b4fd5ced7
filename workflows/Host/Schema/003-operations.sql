-- 催办: how often a task was urged.
alter table tasks add column urged integer not null default 0;

-- 代理: who stands in for whom, on which days in Beijing. Written with the event that says so.
create table substitutes (
    id          uuid primary key,
    absent      uuid not null,
    substitute  uuid not null,
    from_day    date not null,
    until_day   date not null,
    recalled    boolean not null
);
create index substitutes_absent on substitutes (absent) where not recalled;
create index substitutes_substitute on substitutes (substitute) where not recalled;

-- 抄送: who was given a task to read.
create table copies (
    task      uuid not null,
    person    uuid not null,
    instance  uuid not null references instances,
    process   varchar not null,
    node      varchar not null,
    at        timestamptz not null,
    primary key (person, task)
);

grant select, insert, update on substitutes to :serving;
grant select, insert on copies to :serving;
