import type { YearDraft } from '../../../api/types';
import { isDecimal, sum } from '../../../lib/decimal';
import { at, linesAt, put } from '../activity';
import { numberIn, plain } from './numbers';

/** Bought through the grid with a better claim than grid power; the bill states them as parts of its total. */
export const partsOfTotal = ['greenTrade', 'certificate', 'nonFossilMarket'] as const;

type Line = Record<string, unknown>;

/** A bill as it stands. `over`: by how much the parts exceed the total, MWh. */
export type Bill = { total: string; rest: string | undefined; over: string | undefined };

const list = (base: string) => `${base}/electricity`;
/** What was typed as the total is kept beside the lines while the form is open; it is never sent. */
const typed = (base: string) => `${base}/bill/total`;

/** The lines of one direction and kind, with their place in the list. */
export function linesOf(data: YearDraft, base: string, direction: string, kind: string): { line: Line; index: number }[] {
  return linesAt(data, list(base)).map((line, index) => ({ line, index })).filter(({ line }) => line.direction === direction && line.kind === kind);
}

const isFilled = (line: Line) => plain(String(line.mwh ?? '')) !== '';

/** Sum of what is filled in; undefined while something in it is no number. */
function added(lines: { line: Line }[]): string | undefined {
  const numbers = lines.filter(({ line }) => isFilled(line)).map(({ line }) => numberIn(line.mwh));
  return numbers.every((number) => number !== undefined) ? sum(numbers) : undefined;
}

const partsIn = (data: YearDraft, base: string) => partsOfTotal.flatMap((kind) => linesOf(data, base, 'in', kind));
const gridIn = (data: YearDraft, base: string) => linesOf(data, base, 'in', 'grid');

/** The total of the bill: as typed, else what its lines add up to once there is a line of grid power. */
function totalOf(data: YearDraft, base: string): string | undefined {
  const kept = at(data, typed(base));
  if (typeof kept === 'string') return kept;
  const grid = gridIn(data, base);
  return grid.some(({ line }) => isFilled(line)) ? added([...grid, ...partsIn(data, base)]) : undefined;
}

export function billOf(data: YearDraft, base: string): Bill {
  const rest = added(gridIn(data, base));
  return { total: totalOf(data, base) ?? '', rest: gridIn(data, base).some(({ line }) => isFilled(line)) ? rest : undefined, over: rest?.startsWith('-') ? rest.slice(1) : undefined };
}

/** The total was typed: grid power is what its parts leave over. */
export const withTotal = (data: YearDraft, base: string, text: string): YearDraft => settled(put(data, typed(base), text), base);

/** A line's electricity was typed; the total stays as it was, so that grid power gives way. */
export function withMwh(data: YearDraft, base: string, direction: string, kind: string, index: number | undefined, text: string): YearDraft {
  const total = totalOf(data, base);
  const pinned = total === undefined ? data : put(data, typed(base), total);
  const place = index ?? linesAt(data, list(base)).length;
  const line = linesAt(data, list(base))[place] ?? { direction, kind };
  return settled(put(pinned, `${list(base)}/${String(place)}`, { ...line, mwh: text }), base);
}

/** Grid power made to fit. Too large parts leave it negative, which is refused until somebody mends one of them. */
function settled(data: YearDraft, base: string): YearDraft {
  const total = at(data, typed(base));
  if (typeof total !== 'string') return data;
  const [first, ...others] = gridIn(data, base);
  const place = first?.index ?? linesAt(data, list(base)).length;
  const parts = added([...partsIn(data, base), ...others]);
  if (plain(total) === '') return first ? put(data, `${list(base)}/${String(place)}/mwh`, '') : data;
  if (parts === undefined) return data;
  const rest = numberIn(total) === undefined ? total : sum([numberIn(total) ?? '0', negative(parts)]);
  return put(data, `${list(base)}/${String(place)}`, { ...(first?.line ?? { direction: 'in', kind: 'grid' }), mwh: rest });
}

const negative = (number: string) => (number.startsWith('-') ? number.slice(1) : isDecimal(number) && /[1-9]/.test(number) ? `-${number}` : number);

/** Where the form asks for the total; problems with grid power are shown there, since nobody types that. */
export const totalPointer = (base: string) => `${list(base)}/total`;

/** The places of bills in a year: the park's own and each enterprise's. */
export const billBases = (data: YearDraft): string[] => ['', ...(data.enterprises ?? []).map((_, index) => `/enterprises/${String(index)}/data`)];

/** Problems with grid power are problems with the total; that the parts exceed it is said in figures. */
export function atTotal(data: YearDraft, problems: Map<string, string>, say: (over: string) => string): Map<string, string> {
  const found = new Map(problems);
  for (const base of billBases(data)) {
    const [grid] = gridIn(data, base);
    const pointer = grid && `${list(base)}/${String(grid.index)}/mwh`;
    const message = pointer === undefined ? undefined : found.get(pointer);
    const { over } = billOf(data, base);
    if (pointer !== undefined) found.delete(pointer);
    if (over !== undefined || message !== undefined) found.set(totalPointer(base), over === undefined ? (message ?? '') : say(over));
  }
  return found;
}

/** What a year's lines of one kind add up to; undefined where there is none. */
export const mwhOf = (data: YearDraft, base: string, direction: string, kind: string): string | undefined => {
  const lines = linesOf(data, base, direction, kind).filter(({ line }) => isFilled(line));
  return lines.length > 0 ? added(lines) : undefined;
};
