import createClient, { type Middleware } from 'openapi-fetch';
import type { AcceptancePaths, DisclosurePaths, IdentityPaths, OperationsPaths, RegistrationPaths, SubmissionPaths, VerificationPaths } from './pending';
import { offline, problemFrom } from './problem';
import { antiforgery, forgetSession } from './session';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** One place for what every call needs: antiforgery on unsafe requests, refusals as Problem, a dead network said plainly. */
const manners: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang);
    if (!safe.has(request.method)) {
      const token = await antiforgery();
      if (token) request.headers.set('X-Antiforgery', token);
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return;
    if (response.status === 401) forgetSession();
    throw await problemFrom(response);
  },
  onError() {
    return offline();
  },
};

function client<Paths extends object>(service: string) {
  const made = createClient<Paths>({ baseUrl: `${globalThis.location.origin}/api/${service}/v1` });
  made.use(manners);
  return made;
}

export const disclosure = client<DisclosurePaths>('public');
export const registration = client<RegistrationPaths>('registration');
export const submission = client<SubmissionPaths>('submission');
export const verification = client<VerificationPaths>('verification');
export const acceptance = client<AcceptancePaths>('acceptance');
export const identity = client<IdentityPaths>('identity');
export const operations = (service: string) => client<OperationsPaths>(service);

/** Refusals are thrown, so an answer that came has its data. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** The version a command was decided on, as `If-Match` wants it. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
