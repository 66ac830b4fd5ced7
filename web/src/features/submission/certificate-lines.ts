import { pointerToPath, type FieldError, type Translate } from '../../api/problem';
import type { CertificateLine, NamedLine, YearDraft } from '../../api/types';
import { isDecimal, sum } from '../../lib/decimal';
import { tidy } from './activity';

export const certificateKinds = ['certificate', 'greenTrade', 'ownUse'] as const;
export type CertificateKind = (typeof certificateKinds)[number];
export const energySources = ['wind', 'solar', 'hydro', 'biomass', 'geothermal', 'ocean'] as const;

/** So many lines can be changed here; longer lists live in a file. */
export const mostLines = 2000;

/** A line as it stands in the form: anything may still be missing. `key` stays with it when others come and go. */
export type FormLine = { key: string } & { [Member in Exclude<keyof CertificateLine, 'last'>]: CertificateLine[Member] | '' } & { last: string };

export const blankLine = (before?: FormLine): FormLine => ({
  key: crypto.randomUUID(), first: '', last: '', kind: before?.kind ?? 'certificate', productionMonth: before?.productionMonth ?? '',
  beneficiary: before?.beneficiary ?? '', cancelledOn: before?.cancelledOn ?? '', source: before?.source ?? '',
});

export const toForm = (line: NamedLine): FormLine => ({
  key: line.first, first: line.first, last: line.last === line.first ? '' : line.last, kind: line.kind, productionMonth: line.productionMonth,
  beneficiary: line.beneficiary, cancelledOn: line.cancelledOn, source: line.source,
});

/** What is sent; only of lines in which nothing is missing. */
export const toSend = (lines: FormLine[]): CertificateLine[] =>
  lines.map(({ key: _, last, ...line }) => ({ ...line, last: last.trim() === '' ? null : last }) as CertificateLine);

const required = ['first', 'kind', 'productionMonth', 'beneficiary', 'cancelledOn', 'source'] as const;

/** What nobody has filled in yet, by pointer. */
export function missing(lines: FormLine[], t: Translate): Map<string, string> {
  return new Map(lines.flatMap((line, index) => required.filter((member) => line[member].trim() === '').map((member) => [`/items/${String(index)}/${member}`, t('certificate.missing')])));
}

/** The line of the form that a pointer means. */
export function lineOf(pointer: string): number | undefined {
  const [list, index] = pointerToPath(pointer);
  return list === 'items' && typeof index === 'number' ? index : undefined;
}

/** What is wrong with a file, by row and in the order of the file. */
export const rowOf = (error: FieldError): { row: number | undefined; member: string | undefined } => {
  const [list, row, member] = pointerToPath(error.pointer);
  return { row: list === 'rows' && typeof row === 'number' ? row : undefined, member: typeof member === 'string' ? member : undefined };
};

const form = /^([0-9A-Z]{17})(\d{13})(\d{2})$/;
const plain = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** How many certificates a line names, 1 MWh each; undefined while its numbers are none. The service decides; this is for reading along. */
export function countOf(line: Pick<FormLine, 'first' | 'last'>): number | undefined {
  const first = form.exec(plain(line.first));
  const last = line.last.trim() === '' ? first : form.exec(plain(line.last));
  if (first?.[1] !== last?.[1] || first?.[3] !== last?.[3] || !first?.[2] || !last?.[2]) return undefined;
  const count = Number(last[2]) - Number(first[2]) + 1;
  return count > 0 ? count : undefined;
}

export type Total = { kind: CertificateKind; named: number; reported: string | null; fits: boolean };

/**
 * Certificates by kind beside the electricity that counts on them: bought ones to the last MWh, those of green-power trade never
 * more than was traded; own use carries no line.
 */
export function totals(lines: { kind: string; count: number | undefined }[], data: YearDraft): Total[] {
  return certificateKinds.map((kind) => {
    const named = lines.filter((line) => line.kind === kind).reduce((so, line) => so + (line.count ?? 0), 0);
    const reported = kind === 'ownUse' ? null : mwh(data, kind);
    return { kind, named, reported, fits: reported === null || (kind === 'certificate' ? Number(reported) === named : named <= Number(reported)) };
  });
}

/** The park's own lines and those per enterprise. */
function mwh(data: YearDraft, kind: CertificateKind): string {
  const { sent } = tidy(data);
  return sum([sent, ...(sent.enterprises ?? []).map((enterprise) => enterprise.data ?? {})]
    .flatMap((part) => part.electricity ?? [])
    .filter((line) => line.direction === 'in' && line.kind === kind)
    .map((line) => line.mwh ?? '').filter(isDecimal));
}
