/** Exact numbers: what a formula gives must be what the record says, to the last digit. */
export type Fraction = { top: bigint; bottom: bigint };

export function fraction(decimal: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new RangeError(`Not a decimal: ${decimal}`);
  const [, sign = '', whole = '0', part = ''] = match;
  return { top: BigInt(sign + whole + part), bottom: 10n ** BigInt(part.length) };
}

/** Rounded once, half away from zero, to so many decimals, as the register rounds a step. */
export function rounded({ top, bottom }: Fraction, decimals: number): bigint {
  const [positive, below] = [top < 0n === bottom < 0n, bottom < 0n ? -bottom : bottom];
  const scaled = (top < 0n ? -top : top) * 10n ** BigInt(decimals);
  const result = (2n * scaled + below) / (2n * below);
  return positive ? result : -result;
}

/**
 * The value of a formula of the record: names, whole numbers, `+ − × ÷` and brackets. Null for a name without a value, a division
 * by zero, or anything else than such a formula.
 */
export function evaluate(formula: string, values: Record<string, string>): Fraction | null {
  const signs = formula.match(/[A-Za-z]\w*|\d+|[+−×÷()]|\S/g) ?? [];
  let at = 0;

  const add = (): Fraction | null => {
    let left = signs[at] === '−' ? negative() : multiply();
    while (left && (signs[at] === '+' || signs[at] === '−')) {
      const minus = signs[at++] === '−';
      const right = multiply();
      left = right && { top: left.top * right.bottom + (minus ? -1n : 1n) * right.top * left.bottom, bottom: left.bottom * right.bottom };
    }
    return left;
  };
  const negative = (): Fraction | null => {
    at++;
    const value = multiply();
    return value && { top: -value.top, bottom: value.bottom };
  };
  const multiply = (): Fraction | null => {
    let left = single();
    while (left && (signs[at] === '×' || signs[at] === '÷')) {
      const over = signs[at++] === '÷';
      const right = single();
      left = right && (over
        ? (right.top === 0n ? null : { top: left.top * right.bottom, bottom: left.bottom * right.top })
        : { top: left.top * right.top, bottom: left.bottom * right.bottom });
    }
    return left;
  };
  const single = (): Fraction | null => {
    const sign = signs[at++] ?? '';
    if (sign === '(') {
      const inside = add();
      return signs[at++] === ')' ? inside : null;
    }
    if (/^\d+$/.test(sign)) return fraction(sign);
    const value = Object.hasOwn(values, sign) ? values[sign] : undefined;
    return value === undefined ? null : fraction(value);
  };

  const result = add();
  return at === signs.length ? result : null;
}
