import { digestLength, Misspelt, readBase64url, readUtf8, type Bytes } from './bytes';

export type Fact = string | number | boolean | Fact[] | { [name: string]: Fact };

/** What the log holds of one event (profile `registry-leaf/1`): public facts in clear, the rest as commitments. */
export type Leaf = {
  v: 1; src: string; id: string; stream: string; ver: number; prev?: string; type: string; at: string; actor: string;
  pub?: Record<string, Fact>; sd?: Record<string, string>; files?: { len: number; name: string; sha256: string }[]; why?: string;
};

const mostBytes = 16 * 1024;
const deepest = 16;

const outside = (en: string, zh: string) => new Misspelt(`The entry is not of the profile: ${en}`, `记录不符合格式：${zh}`);

const isText = (value: unknown): value is string => typeof value === 'string';
const isDigest = (value: unknown) => isText(value) && readBase64url(value)?.length === digestLength;
const isFilled = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
const matches = (pattern: RegExp) => (value: unknown) => isText(value) && pattern.test(value);
const id = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const members: Record<string, (value: unknown) => boolean> = {
  v: (value) => value === 1,
  src: matches(/^[a-z][a-z0-9-]{0,63}$/),
  id,
  stream: matches(/^[a-z][a-z0-9-]{0,63}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  ver: (value) => typeof value === 'number' && value >= 1,
  prev: isDigest,
  type: matches(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.v[1-9][0-9]*$/),
  at: isTime,
  actor: (value) => isText(value) && value.length > 0,
  pub: isFilled,
  sd: (value) => isFilled(value) && Object.values(value).every(isDigest),
  files: (value) => Array.isArray(value) && value.length > 0 && value.every(isFile),
  why: id,
};

const needed = ['v', 'src', 'id', 'stream', 'ver', 'type', 'at', 'actor'];

/** Reads a leaf; refuses everything but the one spelling that the profile has for it. */
export function parseLeaf(bytes: Bytes): Leaf {
  if (bytes.length > mostBytes) throw outside('it has more than 16 KiB.', '超过 16 KiB。');
  const text = readUtf8(bytes);
  const value = parse(text);
  if (!isFilled(value) || write(value, deepest) !== text) throw outside('it is spelled otherwise.', '写法不同。');
  const wrong = [...needed.filter((name) => !Object.hasOwn(value, name)), ...Object.keys(value).filter((name) => !Object.hasOwn(members, name) || !members[name]?.(value[name]))];
  if (wrong.length > 0 || (value.ver === 1) === Object.hasOwn(value, 'prev')) throw outside(`see ${wrong[0] ?? 'prev'}.`, `见 ${wrong[0] ?? 'prev'}。`);
  return value as Leaf;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw outside('it is not JSON.', '不是 JSON。');
  }
}

/** The profile's one spelling: names sorted, no white space, whole numbers, of all escapes only \" \\ \n, text in normal form C. */
function write(value: unknown, depth: number): string {
  if (depth === 0) throw outside('it is nested too deep.', '嵌套过深。');
  if (isText(value)) return writeText(value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value))) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth - 1)).join(',')}]`;
  if (typeof value !== 'object' || value === null) throw outside('it has a null or a number that is not whole.', '含有 null 或非整数。');
  const named = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  if (!named.every(([name]) => /^[a-z0-9_]+$/.test(name))) throw outside('a name has other characters than a–z, 0–9 and _.', '名称含有 a–z、0–9、_ 之外的字符。');
  return `{${named.map(([name, item]) => `"${name}":${write(item, depth - 1)}`).join(',')}}`;
}

function writeText(text: string): string {
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(text) || text.normalize('NFC') !== text) throw outside('text has control characters or is not in normal form C.', '文字含控制字符或不是 NFC 形式。');
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function isTime(value: unknown): boolean {
  if (!isText(value) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

const isFile = (value: unknown) => isFilled(value) && Object.keys(value).sort().join() === 'len,name,sha256'
  && typeof value.len === 'number' && value.len >= 0 && isText(value.name) && isDigest(value.sha256);
