import type { Compared } from './facts';
import type { Leaf } from './leaf';

/** A sentence in both languages: the page that shows it chooses. */
export type Words = { en: string; zh: string };

const n = (value: bigint | number) => String(value);
const day = (time: string) => time.slice(0, 10);
const both = (en: string, zh: string): Words => ({ en, zh });

/** What each step is called. */
export const titles = {
  receipt: both('The receipt', '回执'),
  entry: both('The entry', '记录'),
  path: both('Its place in the log', '在日志中的位置'),
  signature: both('Who signed', '签名'),
  memory: both('What this browser saw before', '本浏览器先前所见'),
  facts: both('What this page shows', '本页所示'),
} as const;

/** What each step finds, in sentences that need no knowledge of hashes. */
export const words = {
  receipt: (index: bigint, size: bigint, origin: string) => both(
    `Well formed. It speaks of entry ${n(index)} of ${n(size)} in the log ${origin}.`, `格式正确。所述为日志 ${origin} 共 ${n(size)} 条中的第 ${n(index)} 条（从 0 起）。`),
  noReceipt: (why: string) => both(`There is no receipt yet, or it cannot be fetched (${why}). A new event takes a few seconds.`, `暂无回执或无法取得（${why}）。新事件需等待数秒。`),
  entry: (leaf: Leaf) => both(
    `Well formed: ${leaf.type}, version ${n(leaf.ver)} of its case, recorded ${leaf.at} by the role "${leaf.actor}".`, `格式正确：${leaf.type}，该案卷第 ${n(leaf.ver)} 个版本，由角色“${leaf.actor}”记于 ${leaf.at}。`),
  otherEvent: (is: string, wanted: string) => both(`The receipt is of another event: ${is} instead of ${wanted}.`, `回执属于另一事件：${is}，而非 ${wanted}。`),
  path: (hashes: number) => both(
    `The entry's hash was computed here; ${n(hashes)} further hashes lead from it to the root that was signed. Nothing in it can have been changed since.`, `已在本机计算该记录的哈希，并经 ${n(hashes)} 个哈希推至被签名的根。记录此后未被改动。`),
  wrongPath: (index: bigint) => both(
    `The hashes do not lead from this entry, at place ${n(index)}, to the signed root: the entry, its place or a hash was changed.`, `从第 ${n(index)} 条记录推不到被签名的根：记录、位置或哈希被改动过。`),
  signature: (held: number, all: number, source: 'brought' | 'remembered' | 'first') => both(
    `${n(held)} of the log's ${n(all)} keys checked, each signed this state of the log. The keys ${source === 'brought' ? 'are those that you brought' : source === 'remembered' ? 'are those that this browser remembers' : 'are those that the log itself names: compare them with keys published elsewhere'}.`,
    `已核对日志 ${n(all)} 把公钥中的 ${n(held)} 把，均签署了日志的这一状态。公钥${source === 'brought' ? '由您提供' : source === 'remembered' ? '为本浏览器所记' : '为日志自报，请与别处公布的公钥核对'}。`),
  noKeys: (why: string) => both(`The log's keys cannot be fetched (${why}). Bring them yourself, or try again.`, `无法取得日志的公钥（${why}）。请自行提供公钥，或稍后再试。`),
  otherLog: (origin: string) => both(`The known keys are not those of the log ${origin}.`, `已知公钥不属于日志 ${origin}。`),
  wrongSignature: (keys: string) => both(`A signature is wrong (${keys}): this state of the log was not signed as it stands.`, `有签名不成立（${keys}）：日志的这一状态并未如此签署。`),
  missingSignature: (keys: string) => both(`A key of the log has not signed (${keys}). Every checkpoint carries the signatures of all its keys.`, `有公钥未签署（${keys}）。每个检查点都应有全部公钥的签名。`),
  cannotCheck: both('This browser can check none of the kinds of signature that the log uses.', '本浏览器无法核对日志所用的任何一种签名。'),
  noQuorum: (seen: number, all: number) => both(`${n(seen)} of ${n(all)} witnesses signed: fewer than the rule demands.`, `${n(all)} 个见证方中有 ${n(seen)} 个签署，未达规定数。`),
  firstVisit: (size: bigint) => both(
    `First check in this browser: it now remembers the log's keys and its state of ${n(size)} entries, and will demand from now on that the log only grows from there.`, `本浏览器首次核对：已记下日志的公钥和 ${n(size)} 条时的状态，今后将要求日志只能由此增长。`),
  sameState: (size: bigint, since: string) => both(`The same state of ${n(size)} entries that this browser remembers (first check ${day(since)}).`, `与本浏览器所记 ${n(size)} 条时的状态相同（首次核对 ${day(since)}）。`),
  extended: (old: bigint, grown: bigint, since: string) => both(
    `The log of ${n(grown)} entries begins with the ${n(old)} entries seen before, unchanged (first check ${day(since)}).`, `${n(grown)} 条的日志以 ${n(old)} 条时的状态为开头，未被改动（首次核对 ${day(since)}）。`),
  noConsistency: (old: bigint, grown: bigint, why: string) => both(
    `Whether the log of ${n(grown)} entries begins with the ${n(old)} seen before cannot be asked now (${why}).`, `现在无法查询 ${n(grown)} 条的日志是否以 ${n(old)} 条时的状态为开头（${why}）。`),
  fork: (size: bigint) => both(`There are two logs of ${n(size)} entries: this one, and the other that this browser saw.`, `存在两个 ${n(size)} 条的日志：此一份与本浏览器先前所见不同。`),
  rewritten: (old: bigint, grown: bigint) => both(
    `The log of ${n(grown)} entries does not begin with the ${n(old)} entries seen before: its past was rewritten.`, `${n(grown)} 条的日志并不以 ${n(old)} 条时的状态为开头：过去被改写了。`),
  facts: (count: number) => both(`${n(count)} statements of this page are the same in the log. What the log holds only as a commitment cannot be compared here.`, `本页 ${n(count)} 项内容与日志一致。日志仅存承诺值的内容无法在此比对。`),
  differs: (differing: Compared[]) => both(
    `The page says otherwise than the log: ${differing.map((one) => `${one.name} "${one.page ?? ''}", in the log "${one.log ?? ''}"`).join('; ')}.`, `本页与日志不符：${differing.map((one) => `${one.name} 本页“${one.page ?? ''}”，日志“${one.log ?? ''}”`).join('；')}。`),
  notReached: both('Not reached.', '未执行。'),
  broken: (why: string) => both(`The check itself failed: ${why}`, `核对未能进行：${why}`),
} as const;

/** The answer in one line. */
export const verdicts = {
  held: both('It is in the log, unchanged', '已在日志中，未被改动'),
  failed: both('This does not hold', '核对不成立'),
  open: both('Not everything could be checked', '未能全部核对'),
} as const;

/** What state a step is in, for those who do not see its sign. */
export const states = { held: both('holds', '成立'), failed: both('does not hold', '不成立'), open: both('not checked', '未核对') } as const;
