/**
 * Every page of the web, in one table. Routers, the language switch and the browser tests read it:
 * a page that is not listed here cannot be reached, and one without a screenshot and an axe run fails the tests.
 * Plain data, so that the tests can import it without a browser.
 */
export type Entry = 'public' | 'desk';

/** Names of the demo personas (`.local/demo-accounts.json`). */
export type Persona = 'park' | 'province' | 'national' | 'verifier-lead' | 'operator';

export type Page = {
  id: string;
  /** react-router pattern, without the language prefix; public pages exist under `/` and `/en`. */
  path: string;
  /** i18n key of the document title. */
  title: string;
  entry: Entry;
  signIn: boolean;
  /** Who sees the page filled; browser tests sign in as this persona. */
  persona?: Persona;
  /** Parameter → member of the last line of `./registry demo --json`, `openTask` or `runningCase` of a case begun for it, the newest `releasedDay`, `disputeNumber` and `disputeId` of a dispute, or a literal after `=`. */
  sample?: Record<string, string>;
};

export const pages = [
  { id: 'home', path: '/', title: 'page.home', entry: 'public', signIn: false },
  { id: 'park', path: '/parks/:id', title: 'page.park', entry: 'public', signIn: false, sample: { id: 'parkId' } },
  { id: 'parkProcess', path: '/parks/:id/process', title: 'page.parkProcess', entry: 'public', signIn: false, sample: { id: 'parkId' } },
  { id: 'year', path: '/parks/:id/years/:year', title: 'page.year', entry: 'public', signIn: false, sample: { id: 'parkId', year: 'year' } },
  { id: 'years', path: '/years', title: 'page.years', entry: 'public', signIn: false },
  { id: 'provinces', path: '/provinces', title: 'page.provinces', entry: 'public', signIn: false },
  { id: 'province', path: '/provinces/:adcode', title: 'page.province', entry: 'public', signIn: false, sample: { adcode: '=320000' } },
  { id: 'verifiers', path: '/verifiers', title: 'page.verifiers', entry: 'public', signIn: false },
  { id: 'verifier', path: '/verifiers/:id', title: 'page.verifier', entry: 'public', signIn: false, sample: { id: '=0197f000-0000-7000-8000-000000000007' } },
  { id: 'batches', path: '/batches', title: 'page.batches', entry: 'public', signIn: false },
  { id: 'compare', path: '/compare', title: 'page.compare', entry: 'public', signIn: false },
  { id: 'data', path: '/data', title: 'page.data', entry: 'public', signIn: false },
  { id: 'releases', path: '/data/releases', title: 'page.releases', entry: 'public', signIn: false },
  { id: 'release', path: '/data/releases/:day', title: 'page.release', entry: 'public', signIn: false, sample: { day: 'releasedDay' } },
  { id: 'rules', path: '/rules', title: 'page.rules', entry: 'public', signIn: false },
  { id: 'certificates', path: '/certificates', title: 'page.certificates', entry: 'public', signIn: false },
  { id: 'disputes', path: '/disputes', title: 'page.disputes', entry: 'public', signIn: false },
  { id: 'disputeNew', path: '/disputes/new', title: 'page.disputeNew', entry: 'public', signIn: false },
  { id: 'disputeFollow', path: '/disputes/follow', title: 'page.disputeFollow', entry: 'public', signIn: false },
  { id: 'dispute', path: '/disputes/:number', title: 'page.dispute', entry: 'public', signIn: false, sample: { number: 'disputeNumber' } },
  { id: 'subscriptionConfirm', path: '/subscriptions/confirm', title: 'subscription.confirm.title', entry: 'public', signIn: false },
  { id: 'subscriptionStop', path: '/subscriptions/stop', title: 'subscription.stop.title', entry: 'public', signIn: false },
  { id: 'about', path: '/about', title: 'page.about', entry: 'public', signIn: false },
  { id: 'signIn', path: '/sign-in', title: 'page.signIn', entry: 'public', signIn: false },
  { id: 'notFound', path: '*', title: 'page.notFound', entry: 'public', signIn: false, sample: { '*': '=no-such-page' } },

  { id: 'inbox', path: '/desk', title: 'page.inbox', entry: 'desk', signIn: true, persona: 'park' },
  { id: 'notices', path: '/desk/notices', title: 'page.notices', entry: 'desk', signIn: true, persona: 'park' },
  { id: 'calendar', path: '/desk/calendar', title: 'page.calendar', entry: 'desk', signIn: true, persona: 'province' },
  { id: 'processes', path: '/desk/processes', title: 'page.processes', entry: 'desk', signIn: true, persona: 'national' },
  { id: 'designer', path: '/desk/designer', title: 'page.designer', entry: 'desk', signIn: true, persona: 'province' },
  { id: 'task', path: '/desk/tasks/:id', title: 'page.task', entry: 'desk', signIn: true, persona: 'province', sample: { id: 'openTask' } },
  { id: 'instance', path: '/desk/processes/:id', title: 'page.instance', entry: 'desk', signIn: true, persona: 'national', sample: { id: 'runningCase' } },
  { id: 'myParks', path: '/desk/parks', title: 'page.myParks', entry: 'desk', signIn: true, persona: 'park' },
  { id: 'applicationNew', path: '/desk/applications/new', title: 'page.applicationNew', entry: 'desk', signIn: true, persona: 'park' },
  { id: 'application', path: '/desk/applications/:id', title: 'page.application', entry: 'desk', signIn: true, persona: 'province', sample: { id: 'applicationId' } },
  { id: 'listNew', path: '/desk/lists/new', title: 'page.listNew', entry: 'desk', signIn: true, persona: 'national' },
  { id: 'boundaryChange', path: '/desk/parks/:id/boundary', title: 'page.boundaryChange', entry: 'desk', signIn: true, persona: 'national', sample: { id: 'parkId' } },
  { id: 'submission', path: '/desk/submissions/:id', title: 'page.submission', entry: 'desk', signIn: true, persona: 'park', sample: { id: 'submissionId' } },
  { id: 'verification', path: '/desk/verifications/:id', title: 'page.verification', entry: 'desk', signIn: true, persona: 'verifier-lead', sample: { id: 'verificationId' } },
  { id: 'acceptance', path: '/desk/acceptances/:id', title: 'page.acceptance', entry: 'desk', signIn: true, persona: 'national', sample: { id: 'acceptanceId' } },
  { id: 'deskDisputes', path: '/desk/disputes', title: 'page.deskDisputes', entry: 'desk', signIn: true, persona: 'national' },
  { id: 'deskDispute', path: '/desk/disputes/:id', title: 'page.deskDispute', entry: 'desk', signIn: true, persona: 'national', sample: { id: 'disputeId' } },
  { id: 'clients', path: '/desk/clients', title: 'page.clients', entry: 'desk', signIn: true, persona: 'park' },
  { id: 'operations', path: '/desk/operations', title: 'page.operations', entry: 'desk', signIn: true, persona: 'operator' },
  { id: 'deskNotFound', path: '/desk/*', title: 'page.notFound', entry: 'desk', signIn: true, persona: 'park', sample: { '*': '=no-such-page' } },
] as const satisfies readonly Page[];

export type PageId = (typeof pages)[number]['id'];
export type PageOf<E extends Entry> = Extract<(typeof pages)[number], { entry: E }>['id'];
