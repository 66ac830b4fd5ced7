// The running registry that these tests speak to, and a browser as small as one can be.
//   BASE_URL           its public address, which is also the issuer's name (http://localhost:8080)
//   REGISTRY_STATE     where `./registry up` keeps what it made (.local of this checkout)
//   ACCOUNTS           the demo accounts (demo-accounts.json in there)
//   CLIENT_ID, CLIENT_SECRET, REDIRECT_URI    the client that signs people in (the gateway's own)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const state = process.env.REGISTRY_STATE ?? fileURLToPath(new URL('../../.local', import.meta.url));
const json = file => JSON.parse(readFileSync(file, 'utf8'));

export const issuer = process.env.BASE_URL ?? 'http://localhost:8080';
export const client = {
  id: process.env.CLIENT_ID ?? 'gateway',
  secret: process.env.CLIENT_SECRET ?? json(join(state, 'secrets.json')).gateway.clientSecret,
  redirectUri: process.env.REDIRECT_URI ?? `${issuer}/bff/callback`
};

export function persona(name) {
  return json(process.env.ACCOUNTS ?? join(state, 'demo-accounts.json')).find(account => account.persona === name);
}

/** Keeps the issuer's cookie, and shows redirects instead of following them. */
export class Browser {
  #cookies = new Map();

  async open(address, options = {}) {
    const response = await fetch(address, {
      ...options, redirect: 'manual',
      headers: { ...options.headers, Cookie: [...this.#cookies].map(pair => pair.join('=')).join('; ') }
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** What the sign-in page does. */
  async signIn({ username, password }) {
    const answer = await this.open(`${issuer}/api/identity/v1/sessions`, {
      method: 'POST', body: JSON.stringify({ username, password }), headers: { 'Content-Type': 'application/json' }
    });
    if (answer.status !== 204) throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`);
  }
}
