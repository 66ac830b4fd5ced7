/** A public file of a log as text. Anything but a success is named, so that the step can say what was missing. */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** Where a log's files are: at its origin, which is its address without scheme; here, when this page lies beside them. */
export const addressOf = (origin: string, path: string, here: string = location.host) =>
  (origin === here ? `/${path}` : `${/^(localhost|127\.0\.0\.1)(:|$)/.test(origin) ? 'http' : 'https'}://${origin}/${path}`);
