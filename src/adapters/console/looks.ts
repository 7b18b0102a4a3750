import { parseRung } from '../../check-ins/cadence/cadence.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { findTransitionReport } from '../../exports/find-transition-report.ts';
import type { TransitionReport } from '../../exports/transition-report.ts';
import { type FoundReview, findReview } from '../../quarters/find-review.ts';
import { makeCustomerCopy } from '../../quarters/make-customer-copy.ts';
import { ownCopy, type ReviewCopy } from '../../quarters/review-copy.ts';
import type { Trip } from '../../shared/database.ts';
import { isoInstant } from '../../shared/time.ts';
import { renderReviewFile } from '../markup/review-file.ts';
import { nothingHere, type Params } from './door/assert-may.ts';
import type { LookName } from './door/routes.ts';
import { findCadenceLook } from './look/find-cadence-look.ts';
import { findRehearsalLook } from './look/find-rehearsal-look.ts';
import { findSaid } from './look/find-said.ts';
import { findSetupLook } from './look/find-setup-look.ts';
import { findStepLook } from './look/find-step-look.ts';
import { findTransitionLook } from './look/find-transition-look.ts';
import { listAnswers } from './look/list-answers.ts';
import { loadCadences } from './look/load-cadences.ts';
import { loadCustomer } from './look/load-customer.ts';
import { type FactKinds, type FactsWish, factKinds } from './look/load-facts.ts';
import { loadOnCall } from './look/load-on-call.ts';
import { loadOrganisation } from './look/load-organisation.ts';
import { loadPage } from './look/load-page.ts';
import { loadPages, paceKinds } from './look/load-pages.ts';
import { loadPortfolio } from './look/load-portfolio.ts';
import { loadReviews } from './look/load-reviews.ts';
import { loadSetupFile } from './look/load-setup-file.ts';
import { loadSystems } from './look/load-systems.ts';
import { lettersOf, wishOf } from './look/portfolio-wish.ts';
import { setupWishOf } from './look/setup-wish.ts';
import type { Download, Sheet, Viewer } from './look/sheet.ts';
import { renderCadence } from './show/cadence.ts';
import { renderCadences, renderCadencesSet } from './show/cadences.ts';
import { renderCustomer } from './show/customer.ts';
import { renderOnCall } from './show/on-call.ts';
import { renderOrganisation } from './show/organisation.ts';
import { renderPage } from './show/page.ts';
import { renderPages } from './show/pages.ts';
import { renderPortfolio } from './show/portfolio.ts';
import { renderRehearsal } from './show/rehearsal.ts';
import { renderReport, reportTable } from './show/report.ts';
import { renderReview, reviewTable } from './show/review.ts';
import { renderReviews } from './show/reviews.ts';
import { renderSaid } from './show/said.ts';
import { renderSetup } from './show/setup.ts';
import { renderStep } from './show/step.ts';
import { renderSystems } from './show/systems.ts';
import { renderTransition } from './show/transition.ts';

/** What somebody looks at: the address, what it asks for, and who they are. */
export interface Looking {
  readonly viewer: Viewer;
  readonly params: Params;
  readonly query: URLSearchParams;
}

/** What each address shows: loaded in one trip, then drawn. */
export const looks: Readonly<
  Record<LookName, (trip: Trip, looking: Looking) => Promise<Sheet | Download>>
> = {
  portfolio: async (trip, { viewer, query }) =>
    renderPortfolio(await loadPortfolio(trip, viewer.person.id, wishOf(query)), viewer),
  said: async (trip, { viewer, params: { said = '' } }) => {
    const asked = { said, personId: viewer.person.id };
    const answers = await listAnswers(trip, asked);
    const words = await findSaid(trip, asked);
    return renderSaid({ words, answers }, viewer, `/console/said/${encodeURIComponent(said)}`);
  },
  customer: async (trip, { viewer, params, query }) => {
    const { customerId = '' } = params;
    const wish = factsWishOf(query);
    return renderCustomer(
      await loadCustomer(trip, { customerId, person: viewer.person, wish }),
      viewer,
    );
  },
  cadence: async (trip, { viewer, params, query }) => {
    const { customerId = '' } = params;
    const wish = { key: query.get('transition') ?? '', rung: parseRung(query.get('rung') ?? '') };
    const look = await findCadenceLook(trip, customerId, wish);
    if (!look) throw nothingHere();
    return renderCadence(look, viewer);
  },
  cadences: async (trip, { viewer, query }) => {
    const rung = parseRung(query.get('rung') ?? '');
    if (!rung) throw nothingHere();
    const wish = { customerIds: query.getAll('c'), rung };
    return renderCadences(await loadCadences(trip, viewer.person, wish), viewer);
  },
  cadencesSet: async (_trip, { viewer, query }) =>
    renderCadencesSet(query.getAll('audit').slice(0, 60), viewer),
  transition: async (trip, { viewer, params }) => {
    const { customerId = '', key = '' } = params;
    const personId = viewer.person.id;
    const look = await findTransitionLook(trip, customerId, { key, personId });
    if (!look) throw nothingHere();
    return renderTransition(look, viewer);
  },
  step: async (trip, { viewer, params, query }) => {
    const { customerId = '', key = '', step = '' } = params;
    const { timeZone } = await getCustomer(trip.tx, customerId);
    const to = wallClockOf(query, timeZone);
    const wish = { key, step, to, reason: query.get('reason')?.trim().slice(0, 500) || null };
    const look = await findStepLook(trip, customerId, wish);
    if (!look) throw nothingHere();
    return renderStep(look, viewer);
  },
  report: async (trip, { viewer, params }) => renderReport(await reportOf(trip, params), viewer),
  reportTable: async (trip, { params }) => reportTable(await reportOf(trip, params)),
  reviews: async (trip, { viewer, params }) =>
    renderReviews(await loadReviews(trip, params.customerId ?? ''), viewer),
  review: async (trip, { viewer, params }) =>
    renderReview(await reviewOf(trip, params), null, viewer),
  reviewForThem: async (trip, { params }) => {
    const found = await reviewOf(trip, params);
    return reviewFile(found, await makeCustomerCopy(trip, found));
  },
  reviewForUs: async (trip, { params }) => {
    const found = await reviewOf(trip, params);
    return reviewFile(found, ownCopy(trip.now, found));
  },
  reviewTable: async (trip, { params }) => reviewTable(await reviewOf(trip, params)),
  rehearsal: async (trip, { viewer, params: { customerId = '', key = '' } }) => {
    const look = await findRehearsalLook(trip, customerId, key);
    if (!look) throw nothingHere();
    return renderRehearsal(look, viewer);
  },
  pages: async (trip, { viewer, query }) => {
    const by = paceKinds.find(one => one === query.get('by')) ?? null;
    const which = query.get('which') === 'resolved' ? 'resolved' : 'open';
    return renderPages(await loadPages(trip, { which, before: momentOf(query), by }), viewer);
  },
  page: async (trip, { viewer, params }) =>
    renderPage(await loadPage(trip, params.pageId ?? '', viewer.person), viewer),
  setup: async (trip, { viewer, query }) => {
    const look = await findSetupLook(trip, viewer.person, setupWishOf(query));
    if (!look) throw nothingHere();
    return renderSetup(look, null, viewer);
  },
  setupFile: (trip, { viewer }) => loadSetupFile(trip, viewer.person),
  systems: async (trip, { viewer }) =>
    renderSystems(await loadSystems(trip, viewer.person), viewer),
  onCall: async (trip, { viewer }) => renderOnCall(await loadOnCall(trip), viewer),
  organisation: async (trip, { viewer, query }) =>
    renderOrganisation(
      await loadOrganisation(trip, { words: lettersOf(query), person: viewer.person }),
      viewer,
    ),
};

async function reportOf(
  trip: Trip,
  { customerId = '', key = '' }: Params,
): Promise<TransitionReport> {
  const look = await findTransitionReport(trip, customerId, key);
  if (!look) throw nothingHere();
  return look;
}

async function reviewOf(
  trip: Trip,
  { customerId = '', review = '' }: Params,
): Promise<FoundReview> {
  const found = await findReview(trip, customerId, review);
  if (!found) throw nothingHere();
  return found;
}

/** The name says whose copy it is, so that ours is not sent by mistake. */
function reviewFile({ customer, key }: FoundReview, copy: ReviewCopy | null): Download {
  if (!copy) throw nothingHere();
  const ours = copy.audience === 'internal' ? '-internal' : '';
  return { fileName: `${customer.id}-${key}${ours}.html`, pieces: [renderReviewFile(copy)] };
}

/** A time on a clock, or an instant; null where nothing readable is said. */
function wallClockOf(query: URLSearchParams, timeZone: string): Date | null {
  const said = query.get('to') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(said)) return null;
  const at = isoInstant(said, timeZone);
  return Number.isNaN(at.getTime()) ? null : at;
}

function factsWishOf(query: URLSearchParams): FactsWish {
  const show = query.get('show') ?? '';
  return {
    isShared: show === 'shared',
    only: Object.hasOwn(factKinds, show) ? (show as FactKinds) : null,
    before: momentOf(query),
    quoted: query.get('fact'),
  };
}

/** Before which moment older ones are asked for; null where nothing readable is said. */
function momentOf(query: URLSearchParams): Date | null {
  const at = new Date(query.get('before') ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}
