-- How often the server refused this mailbox for good. A server that is away, or that refuses the register itself, counts for nothing here.
alter table subscriptions add column refusals integer not null default 0;
