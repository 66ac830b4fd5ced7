-- What a command with a key recorded is found again for as long as there is a record; the row in commands is forgotten after a day.
create index mt_events_cause on mt_events (causation_id) where causation_id is not null;
