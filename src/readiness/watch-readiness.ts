import { z } from 'zod';
import { listManagersOf } from '../customers/list-managers-of.ts';
import { internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import { beforeWindow } from '../on-call/question-proofs.ts';
import type { Known } from '../reach/ways.ts';
import { nextBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { statement } from '../shared/statement.ts';
import { earliest, plus, week } from '../shared/time.ts';
import { listServing, type ServingPerson } from './list-serving.ts';
import { canWake, type Reachability, reachabilityOf } from './readiness.ts';
import { managersText, ownText } from './readiness-words.ts';

/** As many managers as are told when somebody serves customers of all of them. */
const mostManagers = 20;

const watchRow = z.object({ personId: z.string(), told: z.string() });

/** Whoever changes the setup has everybody looked at again: they are looked at together. */
const listDue = statement(
  'readiness-due',
  `SELECT "personId", told FROM readiness_watch WHERE "dueAt" <= $1
   ORDER BY "dueAt", "personId" LIMIT 200 FOR UPDATE SKIP LOCKED`,
  watchRow,
);

const saveLooks = statement(
  'save-readiness',
  `UPDATE readiness_watch SET told = look.told, "dueAt" = look."dueAt"
   FROM jsonb_to_recordset($1::jsonb) AS look ("personId" text, told text, "dueAt" timestamptz)
   WHERE readiness_watch."personId" = look."personId"`,
  z.never(),
);

/** What was found of somebody, and when they are looked at again; null = when the setup changes. */
interface Look {
  readonly told: string;
  readonly dueAt: Date | null;
}

/**
 * Engine handler: looks whether the vendor's people can be reached when they serve. What is found is told to them and to
 * the managers they work for, once, in the hours of whoever reads it; then it is looked at again before the next window,
 * and each week.
 */
export async function watchReadiness(trip: Trip): Promise<void> {
  const due = await trip.run(listDue, [trip.now]);
  const { people, known } = await listServing(
    trip,
    due.map(({ personId }) => personId),
  );
  const next = await nextLook(trip);
  const looks: (Look & { readonly personId: string })[] = [];
  for (const watch of due) {
    const serving = people.find(({ person }) => person.id === watch.personId);
    const look = serving
      ? await lookAt(trip, serving, { told: watch.told, known, next })
      : { told: '', dueAt: null };
    looks.push({ personId: watch.personId, ...look });
  }
  await trip.run(saveLooks, [JSON.stringify(looks)]);
}

interface Before {
  readonly told: string;
  readonly known: Known;
  readonly next: Date;
}

async function lookAt(
  trip: Trip,
  serving: ServingPerson,
  { told: before, known, next }: Before,
): Promise<Look> {
  const { id: personId, contact } = serving.person;
  const reachability = reachabilityOf(serving, known);
  const isOperators = reachability === 'chat-only' && !canWake(known, contact);
  if (reachability === 'ready' || isOperators) return { told: '', dueAt: next };
  const told = `${reachability} ${JSON.stringify(contact)}`;
  if (told === before) return { told, dueAt: next };
  const morning = nextBusinessTime(trip.now, serving.working);
  if (morning > trip.now) return { told: before, dueAt: morning };
  await tell(trip, { personId, name: serving.name, reachability });
  return { told, dueAt: next };
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
  for (const managerId of await listManagersOf(trip.tx, personId, mostManagers)) {
    await say(managerId, managersText(name, reachability));
  }
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
