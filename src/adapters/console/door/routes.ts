import type { ActionName } from '../../../customers/permission.ts';

/** What an address is about, on which the permission table decides. `own`: some of the customers, which the act itself looks at. */
export type Subject = 'nothing' | 'customer' | 'page' | 'own';

/** One address of the console: how it is asked for, what somebody must be allowed to do, and who reads the answer. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** A row of the permission table; null = the door itself, for whoever stands before it. */
  readonly may: ActionName | null;
  readonly about: Subject;
  /** `internal`: the vendor's people alone. `anyone`: nothing of any customer is in it. */
  readonly audience: 'internal' | 'anyone';
}

const root = '/console';
const customer = `${root}/customers/:customerId`;
const transition = `${customer}/transitions/:key`;
const reviews = `${customer}/reviews`;
const review = `${reviews}/:review`;
const page = `${root}/pages/:pageId`;
const systems = `${root}/systems`;

/** For whoever stands before the door. */
const door = { may: null, about: 'nothing', audience: 'anyone' } as const;
/** For every one of the vendor's people. */
const inside = { may: 'console', about: 'nothing', audience: 'internal' } as const;

/** For whoever answers for, or looks after, some customer. */
const own = { about: 'own', audience: 'internal' } as const;

/** Every address of the console. What has no row here cannot be mounted; what has no handler does not compile. */
export const routes = {
  home: { method: 'get', path: '/', ...door },
  asset: { method: 'get', path: `${root}/assets/:name`, ...door },
  door: { method: 'get', path: `${root}/sign-in`, ...door },
  askForLink: { method: 'post', path: `${root}/sign-in`, ...door },
  link: { method: 'get', path: `${root}/sign-in/:secret`, ...door },
  signIn: { method: 'post', path: `${root}/sign-in/:secret`, ...door },
  elsewhere: { method: 'get', path: `${root}/elsewhere`, ...door },
  back: { method: 'get', path: `${root}/elsewhere/back`, ...door },
  begin: { method: 'get', path: `${root}/begin`, ...door },
  makeBegin: { method: 'post', path: `${root}/begin`, ...door },
  signOut: { method: 'post', path: `${root}/sign-out`, ...inside },
  signOutEverywhere: { method: 'post', path: `${root}/sign-out-everywhere`, ...inside },
  live: { method: 'get', path: `${root}/live`, ...inside },
  say: { method: 'post', path: `${root}/say`, ...inside },
  press: { method: 'post', path: `${root}/press`, ...inside },
  ownCommand: { method: 'post', path: `${root}/command`, ...inside },
  said: { method: 'get', path: `${root}/said/:said`, ...inside },
  portfolio: { method: 'get', path: root, ...inside, may: 'portfolio' },
  keepView: { method: 'post', path: `${root}/views`, ...inside, may: 'portfolio' },
  endView: { method: 'post', path: `${root}/views/:id/end`, ...inside, may: 'portfolio' },
  cadences: { method: 'get', path: `${root}/cadences`, ...inside, may: 'portfolio' },
  setCadences: { method: 'post', path: `${root}/cadences`, ...inside, may: 'portfolio' },
  cadencesSet: { method: 'get', path: `${root}/cadences/set`, ...inside, may: 'portfolio' },
  undoCadences: { method: 'post', path: `${root}/cadences/undo`, ...inside, may: 'portfolio' },
  pages: { method: 'get', path: `${root}/pages`, ...inside, may: 'pages' },
  page: { method: 'get', path: page, may: 'why-page', about: 'page', audience: 'internal' },
  takePage: {
    method: 'post',
    path: `${page}/take`,
    may: 'page.acknowledge',
    about: 'page',
    audience: 'internal',
  },
  updatePage: {
    method: 'post',
    path: `${page}/update`,
    may: 'page.update',
    about: 'page',
    audience: 'internal',
  },
  resolvePage: {
    method: 'post',
    path: `${page}/resolve`,
    may: 'page.resolve',
    about: 'page',
    audience: 'internal',
  },
  customer: {
    method: 'get',
    path: customer,
    may: 'brief',
    about: 'customer',
    audience: 'internal',
  },
  tell: {
    method: 'post',
    path: `${customer}/tell`,
    may: 'publish',
    about: 'customer',
    audience: 'internal',
  },
  command: {
    method: 'post',
    path: `${customer}/command`,
    may: 'console',
    about: 'customer',
    audience: 'internal',
  },
  keepPromise: {
    method: 'post',
    path: `${customer}/promises/:id/kept`,
    may: 'kept',
    about: 'customer',
    audience: 'internal',
  },
  closeTask: {
    method: 'post',
    path: `${customer}/tasks/:id/done`,
    may: 'done',
    about: 'customer',
    audience: 'internal',
  },
  cadence: {
    method: 'get',
    path: `${customer}/cadence`,
    may: 'cadence',
    about: 'customer',
    audience: 'internal',
  },
  setCadence: {
    method: 'post',
    path: `${customer}/cadence`,
    may: 'cadence',
    about: 'customer',
    audience: 'internal',
  },
  undoCadence: {
    method: 'post',
    path: `${customer}/cadence/undo`,
    may: 'undo',
    about: 'customer',
    audience: 'internal',
  },
  reviews: {
    method: 'get',
    path: reviews,
    may: 'quarterly',
    about: 'customer',
    audience: 'internal',
  },
  review: {
    method: 'get',
    path: review,
    may: 'quarterly',
    about: 'customer',
    audience: 'internal',
  },
  reviewForThem: {
    method: 'get',
    path: `${review}/theirs.html`,
    may: 'quarterly',
    about: 'customer',
    audience: 'internal',
  },
  reviewForUs: {
    method: 'get',
    path: `${review}/ours.html`,
    may: 'quarterly',
    about: 'customer',
    audience: 'internal',
  },
  reviewTable: {
    method: 'get',
    path: `${review}/theirs.csv`,
    may: 'quarterly',
    about: 'customer',
    audience: 'internal',
  },
  changeReview: {
    method: 'post',
    path: review,
    may: 'quarterly',
    about: 'customer',
    audience: 'internal',
  },
  publishReview: {
    method: 'post',
    path: `${review}/publish`,
    may: 'quarter.publish',
    about: 'customer',
    audience: 'internal',
  },
  transition: {
    method: 'get',
    path: transition,
    may: 'brief',
    about: 'customer',
    audience: 'internal',
  },
  report: {
    method: 'get',
    path: `${transition}/report`,
    may: 'brief',
    about: 'customer',
    audience: 'internal',
  },
  reportTable: {
    method: 'get',
    path: `${transition}/report.csv`,
    may: 'brief',
    about: 'customer',
    audience: 'internal',
  },
  signDrill: {
    method: 'post',
    path: `${transition}/drills/:drillId/sign`,
    may: 'drill.sign',
    about: 'customer',
    audience: 'internal',
  },
  step: {
    method: 'get',
    path: `${transition}/steps/:step`,
    may: 'milestone',
    about: 'customer',
    audience: 'internal',
  },
  moveStep: {
    method: 'post',
    path: `${transition}/steps/:step`,
    may: 'milestone',
    about: 'customer',
    audience: 'internal',
  },
  rehearsal: {
    method: 'get',
    path: `${transition}/rehearsal`,
    may: 'rehearse',
    about: 'customer',
    audience: 'internal',
  },
  beginRehearsal: {
    method: 'post',
    path: `${transition}/rehearsal`,
    may: 'rehearse',
    about: 'customer',
    audience: 'internal',
  },
  onCall: { method: 'get', path: `${root}/on-call`, ...inside, may: 'on-call' },
  swap: { method: 'post', path: `${root}/on-call/swap`, ...inside, may: 'override' },
  endStuck: { method: 'post', path: `${root}/organisation/held`, ...own, may: 'held' },
  settlePlace: {
    method: 'post',
    path: `${root}/organisation/places`,
    ...inside,
    may: 'place.settle',
  },
  check: { method: 'get', path: `${root}/check`, ...inside, may: 'doctor' },
  systems: { method: 'get', path: systems, ...inside, may: 'audit' },
  makeToken: { method: 'post', path: `${systems}/tokens`, ...own, may: 'token' },
  endToken: { method: 'post', path: `${systems}/tokens/:id/end`, ...own, may: 'token' },
  replay: { method: 'post', path: `${systems}/webhooks/:id/replay`, ...own, may: 'replay' },
  setup: { method: 'get', path: `${root}/setup`, ...own, may: 'setup' },
  setupFile: { method: 'get', path: `${root}/setup.yaml`, ...own, may: 'setup' },
  writeSetup: { method: 'post', path: `${root}/setup`, ...own, may: 'setup' },
  endSwap: { method: 'post', path: `${root}/on-call/swap/end`, ...inside, may: 'override' },
  organisation: { method: 'get', path: `${root}/organisation`, ...inside, may: 'audit' },
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;

type Named<R> = { [N in RouteName]: (typeof routes)[N] extends R ? N : never }[RouteName];

/** What whoever stands before the door may ask for. */
export type DoorName = Named<{ readonly may: null }>;
/** What one of the vendor's people looks at, loaded in one trip; a stream and a look outside the store are apart. */
export type LookName = Exclude<
  Named<{ readonly method: 'get'; readonly may: ActionName }>,
  'live' | 'check'
>;
/** What one of the vendor's people does. */
export type ActName = Named<{ readonly method: 'post'; readonly may: ActionName }>;
