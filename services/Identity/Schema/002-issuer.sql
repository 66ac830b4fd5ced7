-- What the token issuer remembers. Secrets, codes and tokens are kept as SHA-256 only: a copy of this table signs nobody in.
create table clients (
  id varchar(64) primary key,
  subject uuid not null unique,
  secret_hash bytea not null,
  redirect_uri text,
  post_logout_redirect_uri text,
  account_id uuid references accounts
);
comment on column clients.account_id is 'the persona this machine client acts as; null for a service or a code client';

create table signing_keys (
  id varchar(64) primary key,
  private_key bytea not null,
  signs_from timestamptz not null,
  published_until timestamptz
);
comment on column signing_keys.private_key is 'PKCS#8 under AES-256-GCM: nonce, ciphertext, tag; the id is authenticated with it';

create table sessions (
  id uuid primary key,
  secret_hash bytea not null unique,
  account_id uuid not null references accounts,
  signed_in timestamptz not null,
  expires timestamptz not null
);
create index on sessions (account_id);

create table authorization_codes (
  hash bytea primary key,
  grant_id uuid not null,
  client_id varchar(64) not null references clients,
  account_id uuid not null references accounts,
  session_id uuid not null,
  redirect_uri text not null,
  challenge varchar(43) not null,
  scope varchar(200) not null,
  nonce varchar(500),
  signed_in timestamptz not null,
  expires timestamptz not null,
  used timestamptz
);
create index on authorization_codes (expires);

-- What one redeemed code allows: the family of its refresh tokens, revoked as a whole.
create table grants (
  id uuid primary key,
  client_id varchar(64) not null references clients,
  account_id uuid not null references accounts,
  session_id uuid not null,
  scope varchar(200) not null,
  signed_in timestamptz not null,
  expires timestamptz not null,
  revoked timestamptz
);
create index on grants (account_id);
create index on grants (session_id);
create index on grants (expires);

create table refresh_tokens (
  hash bytea primary key,
  grant_id uuid not null references grants on delete cascade,
  expires timestamptz not null,
  used timestamptz
);
create index on refresh_tokens (grant_id);

-- Keys and clients come from the owner's commands; the running service can only read them.
grant select on clients, signing_keys to :serving;
grant select, insert, delete on sessions to :serving;
grant select, insert, delete, update (used) on authorization_codes to :serving;
grant select, insert, delete, update (revoked) on grants to :serving;
grant select, insert, delete, update (used) on refresh_tokens to :serving;
