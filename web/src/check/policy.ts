import { Misspelt } from './bytes';
import type { Checkpoint, Note } from './note';
import { kinds, parseKey, verdictOf, type Key, type Verdict } from './signatures';

type Group = { least: number; members: string[] };

/** Whose signatures make a checkpoint count (C2SP tlog-policy): the log's keys, and a quorum of witnesses. */
export type Policy = { logs: Key[]; witnesses: Map<string, Key>; groups: Map<string, Group>; quorum: string };

/** What each key of the policy says of a checkpoint. */
export type Judgement = { logs: { key: Key; verdict: Verdict }[]; witnesses: { name: string; verdict: Verdict }[]; quorumMet: boolean };

const wrong = (line: string) => new Misspelt(
  `The policy's line "${line}" is none of: log, witness, group, quorum (once, of names defined above).`, `签名规则中的“${line}”不是 log、witness、group 或 quorum（仅一次，且只用上文定义的名称）。`,
);

/** Reads `/policy`, or `/keys.txt`: keys alone, which ask for no witness. */
export async function parsePolicy(text: string): Promise<Policy> {
  const lines = text.split('\n');
  const keysAlone = lines.every((line) => line === '' || !line.includes(' '));
  const policy: Policy = { logs: [], witnesses: new Map(), groups: new Map(), quorum: '' };
  for (const line of keysAlone ? [...lines.filter(Boolean).map((key) => `log ${key}`), 'quorum none'] : lines) await readLine(policy, line);
  if (policy.quorum === '' || policy.logs.length === 0) {
    throw new Misspelt('A policy names the log\'s keys and says which quorum it demands, or "quorum none".', '签名规则应列出日志的公钥，并写明所需的见证人数或“quorum none”。');
  }
  return policy;
}

async function readLine(policy: Policy, line: string): Promise<void> {
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw wrong(line);
  const words = line.split(/[ \t]+/).filter(Boolean);
  const [word = '#', name = '', third = '', ...more] = words;
  const isKnown = (known: string) => policy.witnesses.has(known) || policy.groups.has(known);
  const isNew = name !== 'none' && !isKnown(name);
  if (word.startsWith('#')) return;
  if (word === 'log' && words.length >= 2 && words.length <= 3) policy.logs.push(unlisted(policy, await parseKey(name), [kinds.ed25519, kinds.ecdsaP256], line));
  else if (word === 'witness' && (words.length === 3 || words.length === 4) && isNew) policy.witnesses.set(name, unlisted(policy, await parseKey(third), [kinds.cosignature], line));
  else if (word === 'group' && more.length > 0 && isNew) policy.groups.set(name, group(policy, third, more, line));
  else if (word === 'quorum' && words.length === 2 && policy.quorum === '' && (name === 'none' || isKnown(name))) policy.quorum = name;
  else throw wrong(line);
}

function unlisted(policy: Policy, key: Key, allowed: number[], line: string): Key {
  const listed = [...policy.logs, ...policy.witnesses.values()].some((other) => other.key.join() === key.key.join());
  if (listed || !allowed.includes(key.kind)) throw wrong(line);
  return key;
}

function group(policy: Policy, least: string, members: string[], line: string): Group {
  const count = least === 'any' ? 1 : least === 'all' ? members.length : /^[1-9][0-9]{0,3}$/.test(least) ? Number(least) : 0;
  const taken = new Set([...policy.groups.values()].flatMap((other) => other.members));
  const fit = members.every((member) => (policy.witnesses.has(member) || policy.groups.has(member)) && !taken.has(member)) && new Set(members).size === members.length;
  if (count < 1 || count > members.length || !fit) throw wrong(line);
  return { least: count, members };
}

/** Asks every key of the policy. */
export async function judge(policy: Policy, note: Note, checkpoint: Checkpoint): Promise<Judgement> {
  const logs = await Promise.all(policy.logs.filter((key) => key.name === checkpoint.origin).map(async (key) => ({ key, verdict: await verdictOf(note, key) })));
  const witnesses = await Promise.all([...policy.witnesses].map(async ([name, key]) => ({ name, verdict: await verdictOf(note, key) })));
  const seenBy = new Set(witnesses.filter(({ verdict }) => verdict === 'signed').map(({ name }) => name));
  return { logs, witnesses, quorumMet: policy.quorum === 'none' || isMet(policy, policy.quorum, seenBy) };
}

function isMet(policy: Policy, name: string, seenBy: Set<string>): boolean {
  const asked = policy.groups.get(name);
  return asked ? asked.members.filter((member) => isMet(policy, member, seenBy)).length >= asked.least : seenBy.has(name);
}
