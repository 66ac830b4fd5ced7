-- What is written with every command costs every command. The only question to this index asks for a role or a person, and so read the
-- table anyway.
drop index tasks_groups;

-- These rows are written with the instance they belong to, in one transaction, and instances are never removed: nothing to look up each time.
alter table tasks drop constraint tasks_instance_fkey;
alter table timers drop constraint timers_instance_fkey;
alter table jobs drop constraint jobs_instance_fkey;
alter table subscriptions drop constraint subscriptions_instance_fkey;
alter table incidents drop constraint incidents_instance_fkey;
alter table notices drop constraint notices_instance_fkey;
alter table notices_to_post drop constraint notices_to_post_notice_fkey;

-- Room on the page for the next snapshot: it then needs no new entry in any index.
alter table instances set (fillfactor = 60);
