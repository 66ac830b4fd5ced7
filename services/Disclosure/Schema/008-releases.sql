-- Which days of the open data were released, by the hash of their signed manifest: an archive that is lost, old or another's is found out
-- before a second past is signed. The releases themselves are files. Not folded from events, and so not dropped with them.
create table releases (
    day       date primary key,
    manifest  varchar not null
);

grant select, insert on releases to :serving;
