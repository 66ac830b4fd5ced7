-- Browsers that are signed in. The cookie holds a random id, this table its SHA-256 and the tokens under AES-256-GCM:
-- neither a copy of the table nor the key alone gives anybody a token.
create table sessions (
  id_hash bytea primary key,
  antiforgery varchar(43) not null,
  tokens bytea not null,
  tokens_expire timestamptz not null,
  expires timestamptz not null
);
create index on sessions (expires);

grant select, insert, delete, update (tokens, tokens_expire) on sessions to :serving;
