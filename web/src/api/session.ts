import { offline, problemFrom } from './problem';

/** Whether somebody is signed in; the token goes back with every unsafe request. Who it is, Identity says. */
export type Session = { signedIn: boolean; antiforgery: string | null };

let current: Promise<Session> | undefined;

export function session(): Promise<Session> {
  current ??= load().catch((error: unknown) => {
    current = undefined;
    throw error;
  });
  return current;
}

/** Ends the session here and at the issuer; the answer says where the browser goes for the latter. */
export async function signOut(): Promise<string> {
  const token = await antiforgery();
  const response = await fetch('/bff/sign-out', { method: 'POST', headers: { 'X-Antiforgery': token ?? '' } }).catch(() => { throw offline(); });
  if (!response.ok) throw await problemFrom(response);
  return ((await response.json()) as { location: string }).location;
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
