import { z } from 'zod';
import { getCustomer } from '../../../customers/find-customer.ts';
import { findToldPlace } from '../../../customers/find-told-place.ts';
import { loadStored } from '../../../setup/stored/load-stored.ts';
import type { Ports, Trip } from '../../../shared/database.ts';
import { plus } from '../../../shared/time.ts';
import { findByKey } from '../../../transitions/find-by-key.ts';
import { HttpProblem } from '../../api/problem.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { rehearsedWithin } from '../look/find-rehearsal-look.ts';
import type { LivedThrough } from '../look/rehearsal.ts';
import { type StoryName, storyNames, storyText } from '../look/rehearsal-story.ts';
import type { Doing } from './doing.ts';

const wish = z.object({ story: z.enum(storyNames) });

/** Begins a rehearsal of a window of this customer, one at a time; what comes of it is read where one is led to. */
export async function beginRehearsal(doing: Doing): Promise<string> {
  const { ports, session, params, body, rehearse } = doing;
  const { story } = readForm(wish, body);
  const { customerId = '', key = '' } = params;
  if (!rehearse)
    throw new HttpProblem([409, 'no-rehearsal'], 'Here nothing can be lived through beside us.');
  const begun = await ports.database.trip(async trip => {
    const scenario = await writeStory(trip, { customerId, key, story });
    await assertAlone(trip);
    const id = trip.random.id();
    const byId = session.person.id;
    const fresh = { id, story, byId, startedAt: trip.now, endedAt: null };
    await trip.tx.rehearsal.upsert({
      where: { customerId_transitionKey: { customerId, transitionKey: key } },
      create: { ...fresh, customerId, transitionKey: key },
      update: { ...fresh, problem: null, transcript: '' },
    });
    return { id, byId, scenario };
  });
  rehearse(begun.scenario, lived => keepLived(ports, begun, lived));
  const plan = `/console/customers/${encodeURIComponent(customerId)}/transitions/${encodeURIComponent(key)}`;
  return doneAt(`${plan}/rehearsal`, 'rehearsing');
}

async function assertAlone({ tx, now }: Pick<Trip, 'tx' | 'now'>): Promise<void> {
  const startedAt = { gt: plus(now, -rehearsedWithin) };
  const running = await tx.rehearsal.findFirst({ where: { endedAt: null, startedAt } });
  if (running)
    throw new HttpProblem(
      [409, 'busy'],
      'Another window is being lived through at this moment. Try again in a few minutes.',
    );
}

interface Window {
  readonly customerId: string;
  readonly key: string;
  readonly story: StoryName;
}

async function writeStory(trip: Trip, { customerId, key, story }: Window): Promise<string> {
  const { tx } = trip;
  const found = await findByKey(trip, customerId, key);
  if (!found) throw nothingHere();
  const { leaderId, advocateId } = await getCustomer(tx, customerId);
  const place = await findToldPlace(tx, customerId);
  const stored = await loadStored(tx, [customerId]);
  const sharedPlaceId = place?.id ?? null;
  return storyText(story, { ...found, leaderId, advocateId, sharedPlaceId, stored });
}

const problems = {
  ended:
    'it was ended before it was over, as when it takes longer than four minutes, needs too much memory, or says more than anybody could read.',
  stopped: 'Handrail itself was ended while it went on. Begin it once more.',
} as const;

/** Why there is nothing to read; null = there is. */
function problemOf(lived: LivedThrough): string | null {
  if (lived.outcome === 'done') return null;
  return lived.outcome === 'refused' ? lived.problem : problems[lived.outcome];
}

async function keepLived(
  { database }: Ports,
  { id, byId }: { readonly id: string; readonly byId: string },
  lived: LivedThrough,
): Promise<void> {
  const problem = problemOf(lived);
  const transcript = lived.outcome === 'done' ? lived.transcript : '';
  await database.trip(async ({ tx, now, random }) => {
    // A newer one may stand there by now, and a customer may be gone.
    const rows = await tx.rehearsal.findMany({ where: { id } });
    for (const { customerId, transitionKey } of rows) {
      await tx.rehearsal.update({ where: { id }, data: { endedAt: now, problem, transcript } });
      const audit = { id: random.id(), at: now, actorId: byId, action: 'rehearsal', customerId };
      await tx.audit.create({ data: { ...audit, subject: transitionKey } });
    }
  });
}
