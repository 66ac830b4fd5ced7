-- A notice is for a role, or for one person; it names the task that it is about, and until when.
alter table notices alter column role drop not null;
alter table notices
    add column person  uuid,
    add column name    varchar,
    add column task    uuid,
    add column process varchar,
    add column node    varchar,
    add column kind    varchar,
    add column due     timestamptz;
create index notices_park on notices (park, at desc) where name is not null;
create index notices_person on notices (person, at desc) where person is not null;

create table notices_read (
    person  uuid not null,
    notice  uuid not null references notices,
    at      timestamptz not null,
    primary key (person, notice)
);

-- What a person chose; without a row: by mail, at once, in Chinese.
create table notice_settings (
    person    uuid primary key,
    mail      boolean not null,
    daily     boolean not null,
    language  varchar not null check (language in ('zh', 'en'))
);

-- Notices whose readers are still to be asked for, written with the notice.
create table notices_to_post (
    notice  uuid primary key references notices,
    try_at  timestamptz not null,
    tries   integer not null default 0
);
create index notices_to_post_due on notices_to_post (try_at);

-- One mail to one person: a notice, or a day's. No address stands here; it is asked for when the mail goes out.
create table letters (
    id        uuid primary key,
    person    uuid not null,
    daily     boolean not null,
    due_at    timestamptz not null,
    try_at    timestamptz not null,
    tries     integer not null default 0,
    sent_at   timestamptz,
    ended_at  timestamptz,
    trouble   varchar
);
create index letters_due on letters (try_at) where sent_at is null and ended_at is null;
create table letter_notices (
    letter  uuid not null references letters,
    notice  uuid not null references notices,
    primary key (letter, notice)
);
create index letter_notices_notice on letter_notices (notice);

grant select, insert on notices_read, letter_notices to :serving;
grant select, insert, update on notice_settings, letters to :serving;
grant select, insert, update, delete on notices_to_post to :serving;
