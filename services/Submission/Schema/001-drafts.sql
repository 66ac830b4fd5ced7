-- What parks work on. Not part of the record: a draft is overwritten at every save. A row without data says that nothing is
-- drafted since the last submission; it stays, so that a version is never used twice.
create table drafts (
    submission_id  uuid primary key,
    version        bigint not null,
    data           jsonb,
    saved_at       timestamptz not null,
    saved_by       uuid not null
);

grant select, insert, update, delete on drafts to :serving;
