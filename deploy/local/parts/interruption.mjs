// Ctrl-C (or a kind kill) at any moment: the step under way ends, what was started is stopped, then we go.
export const interruption = new AbortController();

export function listen() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => interruption.abort(name));
  }
}

export const interrupted = () => interruption.signal.aborted;

/** Kept when somebody interrupts. */
export const untilInterrupted = () => new Promise(resolve => {
  if (interrupted()) resolve();
  interruption.signal.addEventListener('abort', () => resolve());
});
