/** What a service says when it refuses (`application/problem+json`), and what the network says when there is no service. */
export type FieldError = { pointer: string; code?: string | undefined; message: string };

export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string | undefined,
    detail: string,
    readonly errors: readonly FieldError[] = [],
    /** What this kind of refusal says besides. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** Somebody else changed the thing since it was read. */
  get isStale() { return this.status === 412; }
  get isSignedOut() { return this.status === 401; }
  get isNotFound() { return this.status === 404; }
  get isOffline() { return this.status === 0; }
}

export const offline = () => new Problem(0, 'offline', '');

/** Reads a refusal; an answer that is not problem+json still becomes a Problem with its status. */
export async function problemFrom(response: Response): Promise<Problem> {
  const body: unknown = await response.clone().json().catch(() => undefined);
  if (!isRecord(body)) return new Problem(response.status, undefined, '');
  return new Problem(response.status, text(body.code), text(body.detail) ?? text(body.title) ?? '', fieldErrors(body.errors), body);
}

function fieldErrors(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).map((error) => ({
    pointer: text(error.pointer) ?? '',
    code: text(error.code),
    message: text(error.message) ?? '',
  }));
}

export type Translate = (key: string, options?: Record<string, unknown>) => string;

/** The sentence a person reads: our words for the code where there are some, else the service's own, else the status in words. */
export function explain(problem: unknown, t: Translate): string {
  if (!(problem instanceof Problem)) return t('problem.unexpected');
  if (problem.code) {
    const facts = isRecord(problem.more.facts) ? problem.more.facts : {};
    const ours = t(`refusal.${problem.code}`, { defaultValue: '', ...facts, ...('park' in facts && { context: 'park' }) });
    if (ours) return ours;
  }
  if (problem.isStale) return t('problem.stale');
  if (problem.isSignedOut) return t('problem.signedOut');
  if (problem.status === 422) return t('problem.fields');
  if (problem.message && problem.status < 500) return problem.message;
  if (problem.status === 403) return t('problem.forbidden');
  if (problem.isNotFound) return t('problem.notFound');
  if (problem.status === 429) return t('problem.tooMany');
  return t('problem.unexpected');
}

/** Field messages come in the reader's language already (Accept-Language). */
export const explainField = (error: FieldError, t: Translate) => error.message || t('problem.fields');

/** `/targets/0/core` → ['targets', 0, 'core']: how forms name their fields. */
export function pointerToPath(pointer: string): (string | number)[] {
  return pointer
    .replace(/^#/, '').split('/').slice(1)
    .map((part) => decodePart(part))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const decodePart = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** The DOM id of the field a pointer means, so that an error summary can link to it. */
export const fieldId = (pointer: string) => `field${pointer.replace(/^#/, '').replace(/[^A-Za-z0-9]+/g, '-')}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
