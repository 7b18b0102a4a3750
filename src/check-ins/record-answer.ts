import { recordEvidence } from '../confidence/record-evidence.ts';
import type { Customer } from '../customers/customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { shared, type Text, time } from '../delivery/audience.ts';
import type { Card } from '../delivery/card.ts';
import { findOpenPage } from '../paging/find-open-page.ts';
import { raisePage } from '../paging/raise-page.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { compareRungs } from './cadence.ts';
import { fineCard, stepCard, worriedCard } from './cards.ts';
import { type Answer, type CheckIn, calmAnswers, checkInFrom } from './check-in.ts';
import { findScene } from './get-scene.ts';
import { noteHeard, showAnswer } from './note-heard.ts';
import { type Planned, planNext } from './plan-next.ts';
import type { Occasion } from './step.ts';
import { giveToAdvocate } from './tell-advocate.ts';
import { worryDue } from './watch-worry.ts';

export interface CheckInAnswer {
  readonly checkInId: string;
  /** The person on the customer's side; null when we do not know them. */
  readonly personId: string | null;
  readonly answer: Answer;
  /** What they said besides, or the sentence that was understood as the answer. */
  readonly words?: string | null;
}

export interface Recorded {
  readonly outcome: 'recorded' | 'already' | 'gone';
  /** What has to be said back where the answer was given; null when the edited question says it all. */
  readonly reply: Card<'shared'> | null;
  /** A short thank-you for an answer that was typed, when `reply` is null. */
  readonly words: Text<'shared'>;
}

const thanks: Text<'shared'> = shared`Thank you, noted.`;

/**
 * Takes an answer: evidence, the next check-in, the question edited in place. A worry goes to the
 * advocate at once. The same answer twice does nothing; a changed mind counts.
 */
export async function recordAnswer(trip: Trip, given: CheckInAnswer): Promise<Recorded> {
  const row = await trip.tx.checkIn.findUnique({ where: { id: given.checkInId } });
  if (!row) return { outcome: 'gone', reply: null, words: thanks };
  const checkIn = checkInFrom(row);
  const isSaid = (given.words ?? '') === '' || given.words === checkIn.words;
  if (checkIn.answer === given.answer && isSaid)
    return { outcome: 'already', reply: null, words: thanks };
  const customer = await getCustomer(trip.tx, checkIn.customerId);
  await write(trip, checkIn, given);
  const planned = await plan(trip, checkIn, given.answer);
  if (given.answer === 'worried') await worry(trip, { checkIn, given, customer });
  if (given.answer === 'fine' && given.words) {
    const saying = {
      customer,
      personId: given.personId,
      doing: 'says it is fine, but for one thing',
      words: given.words,
    };
    await giveToAdvocate(trip, `fine:${checkIn.id}`, saying);
  }
  const by = await findPerson(trip.tx, given.personId);
  const answered = {
    byName: by?.name ?? null,
    answer: given.answer,
    at: trip.now,
    nextAt: planned?.at ?? null,
  };
  await showAnswer(trip, checkIn, answered);
  const words = planned?.at ? shared`${thanks} I'll ask again ${time(planned.at)}.` : thanks;
  return { outcome: 'recorded', reply: await replyTo(trip, { given, customer, planned }), words };
}

async function write(trip: Trip, checkIn: CheckIn, given: CheckInAnswer): Promise<void> {
  const { tx, now } = trip;
  const { customerId, transitionId } = checkIn;
  const { answer, personId } = given;
  const words = given.words ?? checkIn.words;
  const waited = await noteHeard(trip, customerId);
  await tx.checkIn.update({
    where: { id: checkIn.id },
    data: {
      state: 'answered',
      answer,
      answeredAt: now,
      answeredById: personId,
      words,
      dueAt: null,
    },
  });
  await recordEvidence(trip, {
    key: `check-in:${checkIn.id}:${answer}`,
    customerId,
    transitionId,
    kind: answer,
    note: words ? `"${words}"` : `Answered a check-in: ${answer}.`,
  });
  const by = await findPerson(tx, personId);
  const said = { good: 'all good', fine: 'fine, one thing', worried: 'worried' }[answer];
  await recordEvent(trip, {
    customerId,
    transitionId,
    kind: 'check-in.answered',
    visibility: 'internal',
    text: words
      ? `${said}: "${words}" (${by?.name ?? 'customer'})`
      : `${said} (${by?.name ?? 'customer'})`,
    authorId: personId,
    data: { checkInId: checkIn.id, answer },
  });
  for (const other of waited) {
    if (other !== transitionId) await planNext(trip, other, { occasion: 'time', askedAt: null });
  }
}

async function plan(trip: Trip, checkIn: CheckIn, answer: Answer): Promise<Planned | null> {
  const scene = await findScene(trip, checkIn.transitionId);
  if (!scene || scene.transition.phase === 'graduated') return null;
  const askedAt = checkIn.repeatedAt ?? checkIn.askedAt;
  const isLive = scene.transition.phase === 'live';
  const occasion: Occasion =
    answer === 'worried' ? 'worried' : answer === 'fine' && isLive ? 'time' : 'answered';
  return planNext(trip, checkIn.transitionId, { occasion, askedAt });
}

interface Worry {
  readonly checkIn: CheckIn;
  readonly given: CheckInAnswer;
  readonly customer: Customer;
}

/** The advocate has it at once; an open page gets it too; and it is watched until somebody answers. */
async function worry(trip: Trip, { checkIn, given, customer }: Worry): Promise<void> {
  const { tx, now } = trip;
  const { personId } = given;
  const words = given.words ?? null;
  if (await findOpenPage(tx, customer.id)) {
    await raisePage(trip, {
      customerId: customer.id,
      raisedBy: 'customer',
      raisedById: personId,
      words: words ?? 'Worried.',
      isShared: true,
    });
    return;
  }
  const saying = { customer, personId, doing: 'is worried', words };
  await giveToAdvocate(
    trip,
    `worried:${checkIn.id}${words && checkIn.answer === 'worried' ? ':words' : ''}`,
    saying,
  );
  const scene = await findScene(trip, checkIn.transitionId);
  if (!scene) return;
  await tx.checkIn.update({ where: { id: checkIn.id }, data: { dueAt: worryDue(scene, now) } });
}

interface Replying {
  readonly given: CheckInAnswer;
  readonly customer: Customer;
  readonly planned: Planned | null;
}

async function replyTo(
  trip: Trip,
  { given, customer, planned }: Replying,
): Promise<Card<'shared'> | null> {
  const { tx } = trip;
  const advocate = await findPerson(tx, customer.advocateId);
  const advocateName = advocate?.name ?? 'your advocate';
  if (given.answer === 'worried') {
    const hasOpenPage = (await findOpenPage(tx, customer.id)) !== null;
    const hasWords = Boolean(given.words);
    return worriedCard(customer.id, {
      advocateName,
      hasWords,
      hasOpenPage,
      nextAt: planned?.at ?? null,
    });
  }
  if (given.answer === 'fine') {
    return fineCard(customer.id, { advocateName, hasWords: Boolean(given.words) });
  }
  return planned ? announceStep(trip, planned) : null;
}

/** A step outwards is announced in answer to the customer, with its reason and a way to object. */
async function announceStep({ tx }: Trip, planned: Planned): Promise<Card<'shared'> | null> {
  const { scene, from, rung } = planned;
  const { transition } = scene;
  const { toldRung } = scene.cadence;
  if (compareRungs(rung, from) <= 0 || compareRungs(rung, toldRung ?? from) <= 0) return null;
  const rows = await tx.checkIn.findMany({
    where: { transitionId: transition.id, state: { not: 'skipped' } },
    orderBy: { seq: 'desc' },
    take: 12,
    select: { answer: true, rung: true },
  });
  await tx.cadence.update({ where: { transitionId: transition.id }, data: { toldRung: rung } });
  const answers = calmAnswers(rows.map(row => (row.rung === from ? row.answer : null)));
  const reason =
    transition.phase === 'live'
      ? ({ kind: 'calm-again' } as const)
      : ({ kind: 'calm', answers, isDaily: from === '1d' } as const);
  return stepCard(
    { transitionId: transition.id, customerId: transition.customerId },
    { rung, from, reason },
  );
}
