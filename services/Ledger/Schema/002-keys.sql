-- What the log says of itself is found without reading the others' entries.
create index entries_own on entries (index) where source = 'ledger';
