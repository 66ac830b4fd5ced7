import type { ReactNode } from 'react';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import './groups.css';

/** A page that is one table: what it lists, a sentence about it, and the rows as soon as they are there. */
export function GroupTable<T>({ title, what, lines, query: { data, error, refetch }, none, head, row }: {
  title: string;
  what: string;
  /** How many rows to hold the place of. */
  lines: number;
  query: { data: { items: readonly T[] } | undefined; error: Error | null; refetch: () => unknown };
  /** Said instead of an empty table. */
  none?: string;
  head: ReactNode;
  row: (item: T) => ReactNode;
}) {
  useTitle(title);
  const isEmpty = none !== undefined && data?.items.length === 0;
  return (
    <article className="groups">
      <header><h1>{title}</h1><p>{what}</p></header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={lines} height={32} />}
      {isEmpty && <p className="empty">{none}</p>}
      {data && !isEmpty && (
        <div className="scroll-x" role="group" aria-label={title} tabIndex={0}>
          <table>
            <caption className="hidden">{title}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{data.items.map(row)}</tbody>
          </table>
        </div>
      )}
    </article>
  );
}
