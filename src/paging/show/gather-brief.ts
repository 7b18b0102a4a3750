import { z } from 'zod';
import { compareConfidence } from '../../confidence/compare-confidence.ts';
import type { Trip } from '../../shared/database.ts';
import { statement } from '../../shared/statement.ts';
import { day, plus } from '../../shared/time.ts';
import type { TimelineEvent } from '../../timeline/event.ts';
import { listEvents } from '../../timeline/list-events.ts';
import { type Brief, briefPhase } from './brief.ts';
import type { PageView } from './page-view.ts';

const listPromises = statement(
  'brief-promises',
  `SELECT text, "promisedFor" FROM promise WHERE "customerId" = $1 AND state = 'open' ORDER BY "promisedFor" LIMIT 2`,
  z.object({ text: z.string(), promisedFor: z.date() }),
);

/** What a colleague needs to help this customer. Fails where any of it cannot be read: `loadBrief` never does. */
export async function gatherBrief(trip: Trip, { page, customer }: PageView): Promise<Brief> {
  const { tx, now } = trip;
  const { transitionId } = page;
  const [transition, promises, newest] = await Promise.all([
    transitionId ? tx.transition.findUnique({ where: { id: transitionId } }) : null,
    trip.run(listPromises, [customer.id]),
    listEvents(trip, customer.id, { limit: 25 }),
  ]);
  const [today, yesterday] = transition
    ? await compareConfidence(trip, transition.id, [now, plus(now, -day)])
    : [];
  return {
    phase: transition ? briefPhase(transition, customer.timeZone, now) : null,
    confidence: today
      ? { today: today.confidence, yesterday: yesterday?.confidence ?? null }
      : null,
    promises,
    events: newest.filter(isTelling).slice(0, 5),
    about: customer.brief,
    missing: null,
  };
}

const dull = [
  'page.',
  'task.',
  'check-in.asked',
  'check-in.repeated',
  'check-in.skipped',
  'news.',
  'cadence.',
  'graduation.proposed',
];

/** The chase's own steps and our own housekeeping tell the person paged nothing. */
function isTelling({ kind }: TimelineEvent): boolean {
  return !dull.some(beginning => kind.startsWith(beginning));
}
