// The environment each program is started with. Only a migration sees the owner's and the administrator's passwords.
import { npgsql } from './database.mjs';
import { addressOf, installed, portOf, services, title } from './programs.mjs';
import { inState } from './paths.mjs';

/** installation = { port, url, secrets, admin }; admin = the database's administrator, as parts. */
export function serving(name, installation) {
  const { port, secrets } = installation;
  return {
    ASPNETCORE_ENVIRONMENT: 'Production',
    ASPNETCORE_URLS: `http://127.0.0.1:${portOf(name, port)}`,
    Auth__Issuer: installation.url,
    Auth__Discovery: addressOf('identity', port),
    Auth__Audience: 'pilotregistry',
    Dapr__HttpEndpoint: addressOf(name, port),
    Dapr__AppToken: secrets.dapr.appToken,
    Dapr__ApiToken: secrets.dapr.apiToken,
    ...Object.fromEntries(services.map(other => [`Services__${title(other)}`, addressOf(other, port)])),
    ...Object.fromEntries(publishers.filter(other => other !== name || name === 'disclosure').map(other => [`Messaging__Subscribers__${other}`, addressOf(other, port)])),
    ...(name === 'gateway' ? gateway(installation) : {}),
    ...(name === 'identity' ? identity(installation) : {}),
    ...(name === 'ledger' ? ledger(installation) : {}),
    ...(name === 'workflows' ? { Workflows__ClientSecret: secrets.workflows.clientSecret, ...mail } : {}),
    ...(keepers.includes(name) ? promises(installation) : {}),
    ...(name === 'disclosure' ? { Disclosure__WebRoot: installed('web'), ...releases(installation), ...mail } : {}),
    ...(name === 'submission' ? { Evidence__Folder: inState('evidence') } : {}),
    Database__Serving: as(installation, name, 'serving')
  };
}

export function migrating(name, installation) {
  return {
    ...serving(name, installation),
    Database__Owner: as(installation, name, 'owner'),
    Database__Admin: npgsql(installation.admin),
    ...(name === 'identity' ? accounts(installation) : {})
  };
}

/** Our own environment without what only we may know. */
export const inherited = () => Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(REGISTRY_(DB|TEST_DB)|ASPNETCORE_.*|DOTNET_ENVIRONMENT)$/.test(key)));

// Disclosure hears itself: what becomes of disputes stands on the park's page like everything else.
// Accounts are no record, and the log takes the others' leaves by itself: neither publishes or hears anything.
const publishers = services.filter(name => name !== 'identity' && name !== 'ledger');

// Whoever keeps events promises them to the log; the log names the key.
const keepers = [...publishers, 'ledger'];

// On one machine mail is not sent but written down, to be looked at.
const mail = { Mail__Folder: inState('mail'), Mail__From: 'PilotRegistry <registry@registry.example>' };

const promises = ({ url, secrets }) => ({ Promises__Origin: new URL(url).host, Promises__Key: secrets.ledger.promiseKey });

// The open data of every day, signed; the key signs nothing else.
const releases = ({ url, secrets }) => ({
  Releases__Folder: inState('releases'),
  Releases__Origin: new URL(url).host,
  Releases__Key: secrets.disclosure.releaseKey
});

const as = ({ admin, secrets }, service, kind) => npgsql({
  ...admin, user: kind === 'owner' ? `${service}_owner` : service, password: secrets.database[service][kind]
});

function gateway({ port, url, secrets }) {
  return {
    Gateway__PublicUrl: url,
    Gateway__WebRoot: installed('web'),
    Gateway__ClientId: 'gateway',
    Gateway__ClientSecret: secrets.gateway.clientSecret,
    Gateway__TokenKey: secrets.gateway.tokenKey,
    ...Object.fromEntries(services.map(name => [`ReverseProxy__Clusters__${name}__Destinations__${name}__Address`, addressOf(name, port)]))
  };
}

const identity = ({ secrets }) => ({ Identity__KeyEncryptionKey: secrets.identity.keyEncryptionKey });

/** On one machine all lies in one folder; in earnest the guard lies on another disk than the rest. */
const ledger = ({ url, secrets }) => ({
  Ledger__Origin: new URL(url).host,
  Ledger__Folder: inState('ledger'),
  Ledger__Guard: inState('ledger-guard/signed'),
  Ledger__Ed25519Key: secrets.ledger.ed25519Key,
  Ledger__EcdsaKey: secrets.ledger.ecdsaKey,
  Ledger__NextEd25519Key: secrets.ledger.nextEd25519Key ?? '',
  Ledger__NextEcdsaKey: secrets.ledger.nextEcdsaKey ?? '',
  Ledger__ClientSecret: secrets.ledger.clientSecret
});

/** The gateway as a client of the issuer, and the personas of the demo. */
const accounts = ({ url, secrets }) => ({
  Identity__Clients__gateway__Secret: secrets.gateway.clientSecret,
  Identity__Clients__ledger__Secret: secrets.ledger.clientSecret,
  Identity__Clients__workflows__Secret: secrets.workflows.clientSecret,
  Identity__Clients__gateway__RedirectUri: `${url}/bff/callback`,
  Identity__Clients__gateway__PostLogoutRedirectUri: `${url}/`,
  Demo__AccountsFile: inState('demo-accounts.json')
});
