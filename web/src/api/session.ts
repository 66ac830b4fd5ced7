import { offline, problemFrom } from './problem';

/** Who is signed in, as the gateway knows it; the token goes back with every unsafe request. */
export type Session = { signedIn: boolean; me: Me | null; antiforgery: string };
export type Me = { id: string; name: string; role: string; organisation: string | null; province: string | null; park: string | null };

let current: Promise<Session> | undefined;

export function session(): Promise<Session> {
  current ??= load().catch((error: unknown) => {
    current = undefined;
    throw error;
  });
  return current;
}

export function forgetSession() {
  current = undefined;
}

export const antiforgery = async () => (await session()).antiforgery;

async function load(): Promise<Session> {
  const response = await fetch('/bff/session', { headers: { Accept: 'application/json' } }).catch(() => { throw offline(); });
  if (!response.ok) throw await problemFrom(response);
  return await response.json() as Session;
}

/** Only a path of this site may be continued to after signing in: never another host, never a script. */
export function localPath(target: string | null | undefined, otherwise = '/desk'): string {
  if (!target?.startsWith('/') || target.startsWith('//') || target.includes('\\')) return otherwise;
  const url = new URL(target, 'https://local.invalid');
  return url.host === 'local.invalid' ? url.pathname + url.search + url.hash : otherwise;
}

export const signInAddress = (returnTo: string) => `/bff/sign-in?returnUrl=${encodeURIComponent(returnTo)}`;
