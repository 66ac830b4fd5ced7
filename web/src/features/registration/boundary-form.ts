import type { BoundaryChange } from '../../api/types';
import { NotGeoJson, parseBoundary } from './facts-form';

/** The form of a change of boundary as it is typed. */
export type BoundaryTyped = Partial<Record<'fourBounds' | 'boundary' | 'validFrom' | 'document' | 'publishedOn' | 'source' | 'reasons', string | undefined>>;

const texts = ['fourBounds', 'document', 'source', 'reasons'] as const;

/** What is typed as the service takes it: empty texts go along, so that it names all of them at once, each at its field. */
export function changeToSend({ boundary, validFrom, publishedOn, ...typed }: BoundaryTyped): BoundaryChange {
  const sent = {
    ...Object.fromEntries(texts.map((name) => [name, typed[name]?.trim() ?? ''])),
    ...(publishedOn && { publishedOn }),
    ...(validFrom?.trim() && { validFrom: Number(validFrom) }),
    ...(boundary?.trim() && { boundary: parseBoundary(boundary) }),
  };
  return sent as BoundaryChange;
}

/** The outline as far as it can be read; nothing while it cannot. */
export function readable(typed: string | undefined): unknown {
  try {
    return typed?.trim() ? parseBoundary(typed) : undefined;
  } catch (error) {
    if (error instanceof NotGeoJson) return undefined;
    throw error;
  }
}

/** Refusals of the rules that are about one field of this form. */
export const refusedFields: Record<string, string> = { 'boundary-unchanged': '/fourBounds', 'boundary-before-base-year': '/validFrom' };
