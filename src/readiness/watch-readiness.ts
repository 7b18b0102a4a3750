import { internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { beforeWindow } from '../on-call/question-proofs.ts';
import { nextBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { earliest, plus, week } from '../shared/time.ts';
import { listServing } from './list-serving.ts';
import { canWake, type Reachability, reachabilityOf } from './readiness.ts';
import { managersText, ownText } from './readiness-words.ts';

/** As many managers as are told when somebody serves customers of all of them. */
const mostManagers = 20;

/**
 * Engine handler: looks whether one of the vendor's people can be reached when they serve. What is found is told to them
 * and to the managers they work for, once, in the hours of whoever reads it; then it is looked at again before the next
 * window, and each week.
 */
export async function watchReadiness(trip: Trip, personId: string): Promise<void> {
  const { tx, now } = trip;
  const watch = await tx.readinessWatch.findUniqueOrThrow({ where: { personId } });
  const { people, known } = await listServing(trip, [personId]);
  const [serving] = people;
  if (!serving) return save(trip, personId, { told: '', dueAt: null });
  const reachability = reachabilityOf(serving, known);
  const isOperators = reachability === 'chat-only' && !canWake(known, serving.person.contact);
  const next = await nextLook(trip);
  if (reachability === 'ready' || isOperators) {
    return save(trip, personId, { told: '', dueAt: next });
  }
  const told = `${reachability} ${JSON.stringify(serving.person.contact)}`;
  if (told === watch.told) return save(trip, personId, { told, dueAt: next });
  const morning = nextBusinessTime(now, serving.working);
  if (morning > now) return save(trip, personId, { told: watch.told, dueAt: morning });
  await tell(trip, { personId, name: serving.name, reachability });
  await save(trip, personId, { told, dueAt: next });
}

interface Told {
  readonly personId: string;
  readonly name: string;
  readonly reachability: Exclude<Reachability, 'ready'>;
}

async function tell(trip: Trip, { personId, name, reachability }: Told): Promise<void> {
  const { now } = trip;
  const say = (readerId: string, what: ReturnType<typeof ownText>) =>
    sendMessage(trip, {
      key: `readiness:${personId}:${now.getTime()}:${readerId}`,
      lane: 'replies',
      to: { personId: readerId },
      card: internalCard('shift', null, { body: [what] }),
    });
  await say(personId, ownText(reachability));
  for (const managerId of await listManagers(trip, personId)) {
    await say(managerId, managersText(name, reachability));
  }
}

/** Those whose customers they look after; of somebody who is only in a rotation, all of them. */
async function listManagers({ tx }: Trip, personId: string): Promise<string[]> {
  const own = await tx.customer.findMany({
    where: { OR: [{ advocateId: personId }, { backupId: personId }, { managerId: personId }] },
    select: { managerId: true },
    distinct: ['managerId'],
    take: mostManagers,
  });
  const every =
    own.length > 0
      ? own
      : await tx.customer.findMany({
          select: { managerId: true },
          distinct: ['managerId'],
          take: mostManagers,
        });
  return every.flatMap(({ managerId }) => (managerId && managerId !== personId ? managerId : []));
}

async function nextLook({ tx, now }: Trip): Promise<Date> {
  const window = await tx.transition.findFirst({
    where: { windowFrom: { gt: plus(now, beforeWindow) } },
    orderBy: { windowFrom: 'asc' },
    select: { windowFrom: true },
  });
  const before = window && plus(window.windowFrom, -beforeWindow);
  return earliest([before, plus(now, week)]) ?? plus(now, week);
}

async function save(
  { tx }: Trip,
  personId: string,
  data: { readonly told: string; readonly dueAt: Date | null },
): Promise<void> {
  await tx.readinessWatch.update({ where: { personId }, data });
}
