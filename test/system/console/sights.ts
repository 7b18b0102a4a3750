import type { DoorName, LookName, routes } from '../../../src/adapters/console/door/routes.ts';

/** Addresses that answer with no page: they lead on, or answer with a file or a stream. */
type Pageless =
  | 'home'
  | 'asset'
  | 'elsewhere'
  | 'back'
  | 'reportTable'
  | 'reviewForThem'
  | 'reviewForUs'
  | 'reviewTable'
  | 'setupFile';
type Looked = DoorName | LookName | 'check';

/** Every page of the console. A new one belongs into `sights` and into `jobs`, else neither compiles. */
export type PageName = {
  [N in Looked]: (typeof routes)[N]['method'] extends 'get' ? Exclude<N, Pageless> : never;
}[Looked];

/** An address, and who sees most on it; null = whoever stands before the door. */
export interface Sight {
  readonly path: string;
  readonly by: 'adv-1' | 'mgr-1' | null;
  /** Looked at on every day; the others in the wide sweep. */
  readonly isDaily?: true;
}

/** What stands in addresses and is known only once it happened. */
export interface Known {
  readonly pageId: string;
  readonly factId: string;
  readonly said: string;
  readonly link: string;
}

const adv = (path: string): Sight => ({ path, by: 'adv-1' });
const mgr = (path: string): Sight => ({ path, by: 'mgr-1' });
const daily = (sight: Sight): Sight => ({ ...sight, isDaily: true });
const northwind = '/console/customers/northwind';
const erp = `${northwind}/transitions/erp`;

/** Where each page is looked at, with everything on it that it can have. `begin` is seen where nobody is known yet. */
export const sights = ({ pageId, factId, said, link }: Known) =>
  ({
    door: [daily({ path: '/console/sign-in', by: null })],
    link: [daily({ path: link, by: null })],
    begin: [],
    portfolio: [
      daily(adv('/console')),
      daily(adv('/console?q=nobody')),
      daily(mgr('/console')),
      adv('/console?sort=silence'),
    ],
    customer: [daily(adv(northwind)), daily(adv(`${northwind}?fact=${factId}`)), mgr(northwind)],
    cadence: [daily(mgr(`${northwind}/cadence?transition=erp&rung=1w`))],
    cadences: [
      daily(adv('/console/cadences?c=northwind&rung=1w')),
      daily(mgr('/console/cadences?c=northwind&rung=1w')),
    ],
    cadencesSet: [mgr('/console/cadences/set?audit=one&audit=two')],
    transition: [daily(adv(erp)), mgr(erp)],
    report: [daily(adv(`${erp}/report`))],
    reviews: [daily(adv(`${northwind}/reviews`))],
    review: [daily(adv(`${northwind}/reviews/Q1-2026`)), mgr(`${northwind}/reviews/Q1-2026`)],
    step: [daily(adv(`${erp}/steps/copy?to=2026-03-07T01:00&reason=slow`))],
    rehearsal: [daily(adv(`${erp}/rehearsal`))],
    pages: [
      daily(adv('/console/pages')),
      daily(adv('/console/pages?which=resolved&by=person')),
      adv('/console/pages?by=medium'),
    ],
    page: [daily(adv(`/console/pages/${pageId}`))],
    onCall: [daily(adv('/console/on-call'))],
    organisation: [daily(adv('/console/organisation'))],
    check: [adv('/console/check')],
    systems: [daily(adv('/console/systems')), mgr('/console/systems')],
    setup: [
      daily(mgr('/console/setup')),
      daily(mgr('/console/setup?customer=northwind')),
      mgr('/console/setup?part=people'),
      mgr('/console/setup?part=schedules'),
      mgr('/console/setup?part=new'),
    ],
    said: [daily(adv(`/console/said/${said}`))],
  }) satisfies Readonly<Record<PageName, readonly Sight[]>>;
