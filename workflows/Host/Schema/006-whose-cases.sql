-- Whose accounts have to do with a case: the park's management body, and who verifies. Written with every command, since the latter is
-- known only later.
alter table instances
    add column organisation  uuid,
    add column body          uuid;
create index instances_organisation on instances (organisation, started desc) where organisation is not null;
create index instances_body on instances (body, started desc) where body is not null;
