/**
 * Numbers arrive as exact decimal strings and are shown without ever becoming binary floats:
 * what the page says is what the record says.
 */
const pattern = /^(-?)(\d+)(?:\.(\d+))?$/;

export const isDecimal = (text: string) => pattern.test(text);

type Parts = { negative: boolean; whole: string; fraction: string };

function split(text: string): Parts {
  const match = pattern.exec(text);
  if (!match) throw new RangeError(`Not a decimal: ${text}`);
  return { negative: match[1] === '-', whole: match[2] ?? '0', fraction: match[3] ?? '' };
}

function join({ negative, whole, fraction }: Parts): string {
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const text = rest ? `${digits}.${rest}` : digits;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Moves the decimal point: `shift('0.186', 2)` is `18.6`. */
export function shift(text: string, places: number): string {
  const { negative, whole, fraction } = split(text);
  if (places >= 0) {
    const padded = fraction.padEnd(places, '0');
    return join({ negative, whole: whole + padded.slice(0, places), fraction: padded.slice(places) });
  }
  const padded = whole.padStart(-places + 1, '0');
  return join({ negative, whole: padded.slice(0, places), fraction: padded.slice(places) + fraction });
}

/** Rounds to so many decimals, half away from zero, as the register itself does. */
export function round(text: string, decimals: number): string {
  const { negative, whole, fraction } = split(text);
  if (fraction.length <= decimals) return join({ negative, whole, fraction });
  const up = Number(fraction[decimals]) >= 5 ? 1n : 0n;
  const scaled = (BigInt(whole + fraction.slice(0, decimals)) + up).toString().padStart(decimals + 1, '0');
  const point = scaled.length - decimals;
  return join({ negative, whole: scaled.slice(0, point), fraction: scaled.slice(point) });
}

/** Rounds to so many significant digits; digits before the point are never dropped. */
export function significant(text: string, digits: number): string {
  const { whole, fraction } = split(text);
  const leading = whole.replace(/^0+/, '').length;
  const decimals = leading > 0 ? Math.max(0, digits - leading) : digits + (/^0*/.exec(fraction)?.[0].length ?? 0);
  return round(text, decimals);
}

/** Adds without rounding. */
export function sum(texts: string[]): string {
  const parts = texts.map(split);
  const places = Math.max(0, ...parts.map(({ fraction }) => fraction.length));
  const total = parts.reduce((so, { negative, whole, fraction }) => so + BigInt((negative ? '-' : '') + whole + fraction.padEnd(places, '0')), 0n);
  return shift(String(total), -places);
}

/** One by another, rounded half away from zero; nothing where the divisor is none. Neither is negative. */
export function ratio(part: string, whole: string, decimals: number): string | null {
  const [above, below] = [split(part), split(whole)];
  const places = Math.max(above.fraction.length, below.fraction.length);
  const scaled = ({ whole: digits, fraction }: Parts) => BigInt(digits + fraction.padEnd(places, '0'));
  const by = scaled(below);
  if (by === 0n) return null;
  return shift(String((scaled(above) * 10n ** BigInt(decimals) * 2n + by) / (by * 2n)), -decimals);
}

/** 1234567.5 → 1,234,567.5 */
export function group(text: string): string {
  const { negative, whole, fraction } = split(text);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${negative ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}

/** For headlines: at most four significant digits. */
export const headline = (text: string, digits = 4) => group(significant(text, digits));

/** For tables and hover: every digit of the record. */
export const exact = (text: string) => group(text);
