import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import type { YearDraft } from '../../api/types';
import { explainField, Problem } from '../../api/problem';
import { exact } from '../../lib/decimal';
import { tidy } from './activity';
import { atTotal } from './form/bill-lines';
import { useSettled } from './use-settled';

/** What the official method makes of the park's own lines, a moment after typing stops. */
export function useLiveResult(data: YearDraft) {
  const { t } = useTranslation();
  const settled = useSettled(data, 600);
  const { sent, toForm } = useMemo(() => tidy(settled), [settled]);
  const { answers: _, enterprises: __, ...own } = sent;
  const query = useQuery({
    queryKey: ['calculate', JSON.stringify(own)],
    queryFn: () => read(disclosure.POST('/calculate', { body: own })),
    placeholderData: keepPreviousData, staleTime: Infinity, retry: false,
  });
  const problems = useMemo(() => pointers(query.error, toForm, (error) => explainField(error, t)), [query.error, toForm, t]);
  // What was wrong before is put right while the last result stays in sight, marked as such.
  const [last, setLast] = useState(query.data);
  if (query.data && query.data !== last) setLast(query.data);
  return { result: query.data ?? last, stale: query.isError || query.isPlaceholderData, error: query.error, problems };
}

/** Problems of the service by pointer of the form; the first message of a place counts. */
export function pointers(error: unknown, toForm: (pointer: string) => string, words: (error: Problem['errors'][number]) => string): Map<string, string> {
  const found = new Map<string, string>();
  if (error instanceof Problem) for (const wrong of error.errors) if (!found.has(toForm(wrong.pointer))) found.set(toForm(wrong.pointer), words(wrong));
  return found;
}

/** Problems where somebody can mend them: those with grid power at the bill's total. */
export function useAtTotal(data: YearDraft, problems: Map<string, string>): Map<string, string> {
  const { t } = useTranslation();
  return useMemo(() => atTotal(data, problems, (over) => t('bill.over', { difference: exact(over) })), [data, problems, t]);
}
