-- Hours of load and green supply: which file a year uses, by its SHA-256. The bytes lie where evidence lies; the hours themselves
-- are in no table.
create table hourly_files (
    submission_id  uuid not null,
    sha256         varchar(64) not null,
    name           varchar(200) not null,
    size           bigint not null,
    uploaded_at    timestamptz not null,
    uploaded_by    uuid not null,
    primary key (submission_id, sha256)
);

-- What a draft uses, and what the file amounts to. A row without a file says that there is none; it stays, so that a version is
-- never used twice.
create table hourly_drafted (
    submission_id  uuid primary key,
    version        bigint not null,
    matched        jsonb
);

grant select, insert on hourly_files to :serving;
grant select, insert, update on hourly_drafted to :serving;
