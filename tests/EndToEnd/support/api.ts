import { account, baseUrl } from './installation';

type Answer = Record<string, unknown> & { id: string; version: number };

const tokens = new Map<string, Promise<string>>();

/** A command or a question of a persona through the HTTP API, for what a test needs to be there before it begins. */
export async function api(persona: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object, version?: number): Promise<Answer> {
  if (!tokens.has(persona)) tokens.set(persona, token(persona));
  const response = await fetch(`${baseUrl}/api/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokens.get(persona) ?? ''}`, 'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${String(version)}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} as ${persona}: ${String(response.status)} ${await response.text()}`);
  return await response.json() as Answer;
}

async function token(persona: string): Promise<string> {
  const { clientId, clientSecret } = account(persona);
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  const response = await fetch(`${baseUrl}/connect/token`, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`Signing in as ${persona}: ${String(response.status)} ${await response.text()}`);
  return (await response.json() as { access_token: string }).access_token;
}
