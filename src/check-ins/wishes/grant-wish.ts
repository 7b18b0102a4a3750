import { findPerson } from '../../customers/find-person.ts';
import { shared, type Text } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { inZone, plus, second } from '../../shared/time.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { findCurrentTransitions } from '../../transitions/find-transition.ts';
import { proposeGraduation } from '../../transitions/propose-graduation.ts';
import { endSilence } from '../answers/end-silence.ts';
import { notifyAdvocate } from '../answers/notify-advocate.ts';
import { type Cadence, compareRungs, type Rung, rungWords } from '../cadence/cadence.ts';
import { recordOf } from '../cadence/cadence-record.ts';
import { firstTime } from '../cadence/first-time.ts';
import { findScene } from '../cadence/load-scene.ts';
import { savePlan } from '../cadence/save-plan.ts';
import { promised, runsRoundTheClock, type Scene } from '../cadence/scene.ts';
import { humane, nextDaySlot, slotAfter, usualNext } from '../cadence/slot.ts';
import { type Wish, wished, wishText } from './wish.ts';

export interface WishOf {
  readonly customerId: string;
  readonly personId: string | null;
  readonly wish: Wish;
  /** In the customer's own words, for the advocate; left out when a button said it. */
  readonly words?: string;
}

/** Does what a customer wants of its check-ins, at once, and returns the words to answer with. */
export async function grantWish(
  trip: Trip,
  { customerId, personId, wish, words }: WishOf,
): Promise<Text<'shared'>> {
  const { tx, now } = trip;
  await endSilence(trip, { customerId, personId });
  const granted: Granted[] = [];
  for (const { id } of await findCurrentTransitions(tx, customerId, now)) {
    const scene = await findScene(trip, id);
    if (!scene) continue;
    granted.push(await grant(trip, scene, { personId, wish, words }));
    // One question at the time asked for is enough, however many changes are going on.
    if (wish.kind === 'at') break;
  }
  const [closest] = granted.sort((a, b) => compareRungs(a.rung, b.rung));
  return (
    closest?.text ?? shared`There is nothing I would ask about at the moment. I'm here if you type.`
  );
}

/** What one change's check-ins became. Of several, what is said is the rhythm in which the customer hears most. */
interface Granted {
  readonly rung: Rung;
  readonly text: Text<'shared'>;
}

type Wishing = Omit<WishOf, 'customerId'>;

async function grant(
  trip: Trip,
  before: Scene,
  { personId, wish, words }: Wishing,
): Promise<Granted> {
  const { tx, now } = trip;
  const change = wished(before, wish, now);
  const cadence: Cadence = {
    ...before.cadence,
    ...change,
    setBy: personId,
    setWhy: `asked for: ${wish.kind}`,
  };
  const scene: Scene = { ...before, cadence };
  const isChange = wish.kind !== 'accept' && wish.kind !== 'at';
  const { transitionId } = cadence;
  await tx.cadence.update({
    where: { transitionId },
    data: { ...change, ...(isChange ? { setBy: cadence.setBy, setWhy: cadence.setWhy } : {}) },
  });
  const nextAt = nextAfter(scene, wish, now);
  await savePlan(trip, before, {
    rung: cadence.rung,
    at: nextAt ?? firstLook(scene, now),
    dueFor: wish.kind === 'at' ? 'wish' : 'slot',
    reason:
      wish.kind === 'at' ? 'the customer asked for this time' : `the customer wished: ${wish.kind}`,
  });
  await tx.cadence.update({ where: { transitionId }, data: { previousRung: null } });
  if (isChange) await writeDown(trip, { before, scene }, { personId, wish, words });
  const isProposed =
    cadence.stopped && !before.cadence.stopped && (await proposeEnd(trip, scene, personId));
  const text = wishText(wish, { scene, nextAt: promised(scene, nextAt), isProposed });
  return { rung: cadence.rung, text };
}

/** When we ask next, with the wish granted; null = not by itself. */
function nextAfter(scene: Scene, wish: Wish, now: Date): Date | null {
  const { cadence } = scene;
  if (wish.kind === 'at') return wish.at > now ? wish.at : plus(now, second);
  if (cadence.stopped) return null;
  const due = cadence.dueAt && cadence.dueAt > now ? cadence.dueAt : null;
  const usual = usualNext(scene, null, now);
  if (cadence.pausedUntil && cadence.pausedUntil > now) {
    return runsRoundTheClock(scene, now)
      ? cadence.pausedUntil
      : slotAfter(scene, cadence.pausedUntil);
  }
  switch (wish.kind) {
    case 'less':
      return due && usual ? new Date(Math.max(due.getTime(), usual.getTime())) : usual;
    case 'more':
    case 'daily':
      return due && usual ? new Date(Math.min(due.getTime(), usual.getTime())) : usual;
    case 'daily-at':
      if (runsRoundTheClock(scene, now)) return due ?? usual;
      return isSameDay(cadence.lastAskedAt, now, scene)
        ? nextDaySlot(scene, now)
        : slotAfter(scene, now);
    case 'not-before':
      if (runsRoundTheClock(scene, now)) return due ?? usual;
      return due ? humane(due, scene) : usual;
    case 'accept':
      return due ?? usual;
    default:
      return usual;
  }
}

function isSameDay(at: Date | null, now: Date, { customer }: Scene): boolean {
  if (!at) return false;
  return inZone(at, customer.timeZone).hasSame(inZone(now, customer.timeZone), 'day');
}

function firstLook(scene: Scene, now: Date): Date | null {
  return scene.cadence.stopped ? firstTime(scene, now) : null;
}

/** A customer who no longer needs us may be done: then it is asked whether this is the end. */
async function proposeEnd(
  trip: Trip,
  { transition }: Scene,
  personId: string | null,
): Promise<boolean> {
  if (transition.phase !== 'settling' && transition.phase !== 'steady') return false;
  const person = await findPerson(trip.tx, personId);
  await proposeGraduation(
    trip,
    transition.id,
    `${person?.name ?? 'The customer'} asked us to stop.`,
  );
  return true;
}

async function writeDown(
  trip: Trip,
  { before, scene }: { readonly before: Scene; readonly scene: Scene },
  { personId, wish, words }: Wishing,
): Promise<void> {
  const { tx, now, random } = trip;
  const { customer, transition, cadence } = scene;
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: personId,
      action: 'cadence.wish',
      customerId: customer.id,
      subject: transition.id,
      why: `the customer asked for: ${wish.kind}`,
      before: recordOf(before.cadence),
      after: recordOf(cadence),
    },
  });
  const person = await findPerson(tx, personId);
  const result = cadence.stopped ? 'check-ins stop' : `check-ins ${rungWords(cadence.rung)}`;
  await recordEvent(trip, {
    customerId: customer.id,
    transitionId: transition.id,
    kind: 'cadence.changed',
    visibility: 'internal',
    text: `${person?.name ?? customer.name} asked for ${wish.kind}: ${result}.`,
    authorId: personId,
    data: { wish: cadence.stopped ? 'stop' : wish.kind, rung: cadence.rung },
  });
  if (cadence.stopped && !before.cadence.stopped) {
    const saying = {
      customer,
      personId,
      doing: `asked me to stop the check-ins on ${transition.name}`,
      words: words ?? 'stop',
      tone: 'neutral',
    } as const;
    await notifyAdvocate(trip, `stopped:${random.id()}`, saying);
  }
}
