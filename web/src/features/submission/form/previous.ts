import type { YearDraft } from '../../../api/types';
import { sum } from '../../../lib/decimal';
import { at, identityOf, linesAt, put } from '../activity';
import { numberIn } from './numbers';

type Line = Record<string, unknown>;

/** Lists in which last year's varieties are expected again, as rows that wait for a number. */
const expected = ['/fuels', '/heat', '/thermalGeneration', '/products', '/bunkers', '/context/stocks', '/context/enterprises', '/indicators/unitProducts'];

/** A line without its numbers and notes: what it is about. */
function about(list: string, line: Line): Line {
  return Object.fromEntries(identityOf(list).filter((member) => line[member] !== undefined && line[member] !== null && line[member] !== '').map((member) => [member, line[member]]));
}

const same = (list: string, one: Line, other: Line) => JSON.stringify(about(list, one)) === JSON.stringify(about(list, other));

/** Last year's number of a line: of all its lines that are about the same. */
export function lastOf(previous: YearDraft | null | undefined, list: string, line: Line, member: string): string | undefined {
  if (!previous) return undefined;
  const numbers = linesAt(previous, list).filter((other) => same(list, other, line)).map((other) => numberIn(other[member])).filter((number) => number !== undefined);
  return numbers.length > 0 ? sum(numbers) : undefined;
}

/** The year with a row for every variety of last year; nothing of it is sent before a number stands in it. */
export function withExpected(data: YearDraft, previous: YearDraft | null | undefined): YearDraft {
  if (!previous) return data;
  const rows = expected.reduce((so, list) => {
    const lines = linesAt(so, list);
    const missing = distinct(list, linesAt(previous, list)).filter((line) => !lines.some((own) => same(list, own, line)));
    return missing.length > 0 ? put(so, list, [...lines, ...missing]) : so;
  }, data);
  const conversions = linesAt(rows, '/conversions');
  const kinds = linesAt(previous, '/conversions').filter((line) => !conversions.some((own) => own.kind === line.kind));
  return kinds.length === 0 ? rows : put(rows, '/conversions', [...conversions, ...kinds.map((line) => ({
    kind: line.kind, inputs: distinct('/inputs', linesAt(line, '/inputs')), outputs: distinct('/outputs', linesAt(line, '/outputs')),
  }))]);
}

const distinct = (list: string, lines: Line[]) => [...new Map(lines.map((line) => [JSON.stringify(about(list, line)), about(list, line)])).values()];

/** More than this beside last year is worth a second look, per cent. */
const worthALook = 30;

/** By how many per cent a number differs from last year's, when that is worth a look. Only words are made of it. */
export function jump(now: string | undefined, last: string | undefined): number | undefined {
  if (now === undefined || last === undefined || Number(last) === 0) return undefined;
  const difference = Number(now) - Number(last);
  return Math.abs(difference) * 100 > worthALook * Math.abs(Number(last)) ? Math.round((difference / Number(last)) * 100) : undefined;
}

/** Where last year's part of the form lies: enterprises by code or name, conversions by kind; undefined when there was none. */
export function placeBefore(data: YearDraft, previous: YearDraft, pointer: string): string | undefined {
  const enterprise = /^\/enterprises\/(\d+)(.*)$/.exec(pointer);
  if (enterprise) {
    const own = data.enterprises?.[Number(enterprise[1])];
    const index = (previous.enterprises ?? []).findIndex((other) => (own?.creditCode ? other.creditCode === own.creditCode : Boolean(own?.name) && other.name === own?.name));
    return index < 0 ? undefined : conversionBefore(data, previous, pointer, `/enterprises/${String(index)}${enterprise[2] ?? ''}`);
  }
  return conversionBefore(data, previous, pointer, pointer);
}

function conversionBefore(data: YearDraft, previous: YearDraft, own: string, before: string): string | undefined {
  const found = /^(.*\/conversions)\/(\d+)(.*)$/.exec(before);
  if (!found) return before;
  const [, list = '', , rest = ''] = found;
  const kind = at(data, own.slice(0, own.length - rest.length) + '/kind');
  const index = linesAt(previous, list).findIndex((line) => line.kind === kind);
  return index < 0 ? undefined : `${list}/${String(index)}${rest}`;
}

/** Last year's number in the cell of a list. */
export function lastIn(data: YearDraft, previous: YearDraft | null, list: string, line: Line, member: string): string | undefined {
  const before = previous ? placeBefore(data, previous, list) : undefined;
  return before === undefined || identityOf(list).length === 0 ? undefined : lastOf(previous, before, line, member);
}

/** Last year's single value. */
export const lastAt = (previous: YearDraft | null, pointer: string): string | undefined => numberIn(previous ? at(previous, pointer) : undefined);
