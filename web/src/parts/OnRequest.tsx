import { useState, type ReactNode } from 'react';

/** What is large and says the same as the list beside it: on a small screen it comes when it is asked for. */
export function OnRequest({ ask, children }: { ask: string; children: ReactNode }) {
  const [wanted, setWanted] = useState(() => !matchMedia('(max-width: 700px)').matches);
  return wanted ? children : <p><button type="button" className="button quiet" onClick={() => { setWanted(true); }}>{ask}</button></p>;
}
