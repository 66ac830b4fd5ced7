-- Evidence files: what lies on disk under its SHA-256, what its bytes show, and which year uses it. Insert only: a file that was
-- shown as evidence once stays known, also to those who look for its reuse.
create table evidence_files (
    sha256       varchar(64) primary key,
    size         bigint not null,
    facts        jsonb not null,
    uploaded_at  timestamptz not null
);

-- The same file may be used for several lines of a year; each use has its name and the month it is about.
create table evidence_uses (
    sha256         varchar(64) not null references evidence_files,
    submission_id  uuid not null,
    park_id        uuid not null,
    year           integer not null,
    name           varchar(200) not null,
    month          date,
    uploaded_at    timestamptz not null,
    uploaded_by    uuid not null,
    unique nulls not distinct (sha256, submission_id, month)
);
create index evidence_uses_of_year on evidence_uses (submission_id);

create table evidence_pictures (
    picture  varchar(64) not null,
    sha256   varchar(64) not null references evidence_files,
    primary key (picture, sha256)
);

grant select, insert on evidence_files, evidence_uses, evidence_pictures to :serving;
