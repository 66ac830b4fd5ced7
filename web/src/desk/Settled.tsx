import { useIsFetching, useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Skeleton } from '../parts/Skeleton';

/** Asked, and neither an answer nor a refusal came yet. */
const first = { predicate: (query: Query) => query.state.status === 'pending' };

/**
 * Shows a page once everything that it asks for has come for the first time: what arrives late above a button moves it away
 * from under a click, and the click is lost. Afterwards the page stays, whatever is read again.
 */
export function Settled({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const fetching = useIsFetching(first);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    // A moment later: what has come may ask for more, and counts only once it did.
    const look = setTimeout(() => { if (queries.isFetching(first) === 0) setSettled(true); }, 0);
    return () => { clearTimeout(look); };
  }, [fetching, queries]);
  return (
    <>
      {!settled && <Skeleton lines={8} height={28} />}
      <div className={settled ? 'settled' : 'unsettled'}>{children}</div>
    </>
  );
}
