-- Green certificates (绿证) that parks count on, as ranges of numbers. A number's place on the line of all numbers is one
-- integer (CertificateNumber.Place), so that "claimed once, by one park, for one year" is a constraint and not a check.

-- Moves with every change of what a draft names, so that two people never overwrite each other unseen.
create table certificate_lists (
    submission_id  uuid primary key,
    version        bigint not null
);

-- What a draft names; overwritten as a whole. Two lines of one draft may not overlap either.
create table certificates_drafted (
    submission_id     uuid not null,
    line              integer not null,
    numbers           numrange not null,
    first_number      varchar(32) not null,
    last_number       varchar(32) not null,
    count             bigint not null,
    kind              varchar not null,
    production_month  date not null,
    beneficiary       varchar not null,
    cancelled_on      date not null,
    source            varchar not null,
    primary key (submission_id, line)
);

-- What a submitted version names: part of the record.
create table certificates (
    like certificates_drafted including defaults,
    version  integer not null,
    primary key (submission_id, version, line)
);

create index certificates_by_number on certificates using gist (numbers);

-- What is taken now: the certificates of every year's newest version.
create table certificate_claims (
    numbers        numrange not null,
    submission_id  uuid not null,
    park_id        uuid not null,
    year           integer not null,
    version        integer not null,
    exclude using gist (numbers with &&)
);
create index certificate_claims_of_year on certificate_claims (submission_id);

grant select, insert, update on certificate_lists to :serving;
grant select, insert, delete on certificates_drafted, certificate_claims to :serving;
grant select, insert on certificates to :serving;
