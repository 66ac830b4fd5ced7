// The database of the registry: on the embedded server, or on the one that REGISTRY_DB names.
import { wait } from './processes.mjs';
import { Problem } from './say.mjs';

/** An administrator's URL (postgresql://…) or Npgsql connection string as parts; the database defaults to `registry`. */
export function parseAdmin(text) {
  const given = /^postgres(ql)?:\/\//.test(text) ? fromUrl(text) : fromPairs(text);
  if (!given.host || !given.user) throw new Problem('REGISTRY_DB must name at least host and user: postgresql://user:password@host:5432/registry');
  return { port: 5432, ...given, database: !given.database || given.database === 'postgres' ? 'registry' : given.database };
}

function fromUrl(text) {
  const url = new URL(text);
  const ssl = url.searchParams.get('sslmode');
  return defined({
    host: decodeURIComponent(url.hostname), port: url.port && Number(url.port), user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password), database: decodeURIComponent(url.pathname.slice(1)), ssl
  });
}

const names = {
  host: 'host', server: 'host', port: 'port', username: 'user', 'user id': 'user', userid: 'user', user: 'user',
  password: 'password', database: 'database', 'ssl mode': 'ssl', sslmode: 'ssl'
};

function fromPairs(text) {
  const pairs = text.split(';').filter(part => part.trim()).map(part => {
    const [key, ...value] = part.split('=');
    return [names[key.trim().toLowerCase()], value.join('=').trim().replace(/^(["'])(.*)\1$/, '$2')];
  });
  const { port, ...rest } = Object.fromEntries(pairs.filter(([name]) => name));
  return defined({ ...rest, port: port && Number(port) });
}

const defined = object => Object.fromEntries(Object.entries(object).filter(([, value]) => value));

export const npgsql = ({ host, port, user, password, database, ssl }) =>
  Object.entries({ Host: host, Port: port, Username: user, Password: password, Database: database, 'SSL Mode': ssl && sslModes[ssl.replace('-', '').toLowerCase()] })
    .filter(([, value]) => value).map(([key, value]) => `${key}=${quoted(String(value))}`).join(';');

const sslModes = { disable: 'Disable', allow: 'Allow', prefer: 'Prefer', require: 'Require', verifyca: 'VerifyCA', verifyfull: 'VerifyFull' };
const quoted = value => /[;='"\s]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** Waits until the server answers, then creates the database unless it is there. */
export async function ensureDatabase(admin) {
  const client = await connected({ ...admin, database: 'postgres' });
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [admin.database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(admin.database)} encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
}

async function connected({ ssl, ...rest }, tries = 50) {
  const { default: pg } = await import('pg'); // not before: a fresh clone has no packages yet
  const client = new pg.Client({ ...rest, ssl: ssl && !/disable|allow|prefer/i.test(ssl) ? { rejectUnauthorized: /verify/i.test(ssl) } : false });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const starting = error.code === '57P03' || error.code === 'ECONNREFUSED';
    if (!starting || tries === 0) throw new Problem(`The database on ${rest.host}:${rest.port} does not let us in: ${error.message}`);
    await wait(200);
    return connected({ ssl, ...rest }, tries - 1);
  }
}
