import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npgsql, parseAdmin } from '../parts/database.mjs';

test('an administrator may be given as a URL', () => {
  assert.deepEqual(parseAdmin('postgresql://ad%40min:p%3Bw@db.example:6432/parks?sslmode=require'),
    { host: 'db.example', port: 6432, user: 'ad@min', password: 'p;w', database: 'parks', ssl: 'require' });
});

test('or as a connection string', () => {
  assert.deepEqual(parseAdmin('Server=db;User Id=admin;Password="a b";SSL Mode=VerifyFull;Pooling=false'),
    { host: 'db', port: 5432, user: 'admin', password: 'a b', database: 'registry', ssl: 'VerifyFull' });
});

test('the database is ours, never the server\'s own', () => {
  assert.equal(parseAdmin('postgres://u:p@h/postgres').database, 'registry');
});

test('half an address is refused', () => {
  assert.throws(() => parseAdmin('Password=x'), /host and user/);
});

test('a password may hold any character', () => {
  const parts = { host: 'h', port: 1, user: 'u', password: 'a;b="c" d', database: 'registry' };
  assert.equal(npgsql(parts), 'Host=h;Port=1;Username=u;Password="a;b=""c"" d";Database=registry');
  assert.equal(npgsql({ ...parts, password: 'x', ssl: 'verify-full' }).endsWith('SSL Mode=VerifyFull'), true);
});
