import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as AcceptancePaths } from './acceptance';
import type { paths as DisclosurePaths } from './disclosure';
import type { paths as IdentityPaths } from './identity';
import type { paths as RegistrationPaths } from './registration';
import type { paths as SubmissionPaths } from './submission';
import type { paths as VerificationPaths } from './verification';
import type { paths as WorkflowsPaths } from './workflows';
import { fetchUnlessKnown } from './known';
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
  const made = createClient<Paths>({ baseUrl: `${globalThis.location.origin}/api/${service}/v1`, ...(service === 'public' && { fetch: fetchUnlessKnown }) });
  made.use(manners);
  return made;
}

export const disclosure = client<DisclosurePaths>('public');
/** The same service where it asks who is calling. */
export const disputeDesk = client<DisclosurePaths>('disclosure');
export const registration = client<RegistrationPaths>('registration');
export const submission = client<SubmissionPaths>('submission');
/** The one public question that the submission service answers itself. */
export const certificates = client<Pick<SubmissionPaths, '/certificates/{number}'>>('public');
export const verification = client<VerificationPaths>('verification');
export const acceptance = client<AcceptancePaths>('acceptance');
export const workflows = client<WorkflowsPaths>('workflows');
/** What of the processes everybody may read. */
export const processes = client<Pick<WorkflowsPaths, '/parks/{id}/processes' | '/definitions' | '/definitions/{sha256}'>>('public');
export const identity = client<IdentityPaths>('identity');
/** Any other address of a service, for what its document leaves out. */
export async function ask<T>(service: string, path: string, method = 'GET'): Promise<T> {
  const { data } = await client<Record<string, never>>(service).request(method.toLowerCase() as never, path as never, {} as never) as { data: T };
  return data;
}

/** Refusals are thrown, so an answer that came has its data. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** The version a command was decided on, as `If-Match` wants it. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
