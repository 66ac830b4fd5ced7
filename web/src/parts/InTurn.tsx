import { Children, startTransition, useEffect, useState, type ReactNode } from 'react';

/** Draws the parts of a long page one after the other, each in a turn of its own: the reader can scroll and click between them. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const isWhole = drawn >= parts.length;
  useEffect(() => {
    if (isWhole) return;
    const next = setTimeout(() => { startTransition(() => { setDrawn(drawn + 1); }); });
    return () => { clearTimeout(next); };
  }, [drawn, isWhole]);
  return parts.slice(0, drawn);
}
