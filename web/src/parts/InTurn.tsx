import { Children, startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * Draws the parts of a long page one after the other, each in a turn of its own: the reader can scroll and click between them.
 * A part that has to be fetched is waited for. What is whole stays whole: parts that come later are drawn at once.
 */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const next = drawn < parts.length ? drawn + 1 : Infinity;
  const isWhole = drawn === Infinity;
  const isEmpty = parts.length === 0;
  useEffect(() => {
    if (isWhole || isEmpty) return;
    const turn = setTimeout(() => { startTransition(() => { setDrawn(next); }); });
    return () => { clearTimeout(turn); };
  }, [next, isWhole, isEmpty]);
  useEffect(() => { if (isWhole) toHash(); }, [isWhole]);
  return parts.slice(0, drawn);
}

/** The address may name a place that was not there when the page was opened; a reader who has scrolled meanwhile stays. */
function toHash() {
  const id = location.hash.slice(1);
  if (id && scrollY === 0) document.getElementById(id)?.scrollIntoView();
}
