import { useCallback, useSyncExternalStore } from 'react';

const changed = new EventTarget();

/** A choice of the reader kept in this browser (language of the desk, unit of mass); the same value everywhere on the page. */
export function useStored<T extends string>(name: string, initial: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(
    (notify) => {
      changed.addEventListener(name, notify);
      return () => { changed.removeEventListener(name, notify); };
    },
    () => stored(name, initial),
  );
  const set = useCallback((next: T) => {
    try {
      localStorage.setItem(name, next);
    } catch {
      // A browser that forbids storage keeps the initial choice.
    }
    changed.dispatchEvent(new Event(name));
  }, [name]);
  return [value, set];
}

export function stored<T extends string>(name: string, initial: T): T {
  try {
    return (localStorage.getItem(name) as T | null) ?? initial;
  } catch {
    return initial;
  }
}
