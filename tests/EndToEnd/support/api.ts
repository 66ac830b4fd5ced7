import { account, baseUrl } from './installation';

type Answer = Record<string, unknown> & { id: string; version: number };

/** A token lives shorter than the tests may take: by half its time there is another. */
const tokens = new Map<string, { token: string; until: number }>();

/** A command or a question of a persona through the HTTP API, for what a test needs to be there before it begins. */
export async function api(persona: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object, version?: number): Promise<Answer> {
  const bearer = await tokenOf(persona);
  const response = await fetch(`${baseUrl}/api/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`, 'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${String(version)}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} as ${persona}: ${String(response.status)} ${await response.text()}`);
  return await response.json() as Answer;
}

async function tokenOf(persona: string): Promise<string> {
  const held = tokens.get(persona);
  if (held && Date.now() < held.until) return held.token;
  const { clientId, clientSecret } = account(persona);
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  const response = await fetch(`${baseUrl}/connect/token`, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`Signing in as ${persona}: ${String(response.status)} ${await response.text()}`);
  const { access_token: token, expires_in: seconds } = await response.json() as { access_token: string; expires_in: number };
  tokens.set(persona, { token, until: Date.now() + seconds * 500 });
  return token;
}
