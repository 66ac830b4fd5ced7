-- Clients that a park's people made for their machines. Apart from `clients`, which the owner's commands alone write: so the running
-- service can neither make a service of its own nor change one. Secrets as SHA-256 only.
create table machine_clients (
  id varchar(64) primary key,
  account_id uuid not null references accounts,
  name varchar(80) not null,
  park_id uuid,
  secret_hash bytea not null,
  former_secret_hash bytea,
  former_secret_until timestamptz,
  created timestamptz not null,
  last_used timestamptz,
  revoked timestamptz
);
create index on machine_clients (account_id);
comment on column machine_clients.account_id is 'who made it, and as whom it acts: never more than that account, and not after it';
comment on column machine_clients.park_id is 'narrows it to one park';

grant select, insert, update (secret_hash, former_secret_hash, former_secret_until, last_used, revoked) on machine_clients to :serving;
