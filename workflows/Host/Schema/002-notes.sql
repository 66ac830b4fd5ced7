-- What reviewers write down while they look at a case: outside the record, gone with the task.
create table notes (
    task    uuid not null references tasks on delete cascade,
    person  uuid not null,
    text    varchar not null,
    at      timestamptz not null,
    primary key (task, person)
);
grant select, insert, update, delete on notes to :serving;
