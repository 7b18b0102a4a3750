import { recordEvidence } from '../../confidence/record-evidence.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { shared, type Text, time } from '../../delivery/audience.ts';
import type { Card } from '../../delivery/card.ts';
import type { Trip } from '../../shared/database.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { lockCheckIn } from '../asking/cadence-lock.ts';
import type { CheckIn, CheckInAnswer } from '../asking/check-in.ts';
import { findScene } from '../cadence/load-scene.ts';
import { promised } from '../cadence/scene.ts';
import type { StepCause } from '../cadence/step.ts';
import { closeEased } from './close-eased.ts';
import { endSilence } from './end-silence.ts';
import { type Planned, planNext } from './plan-next.ts';
import { replyToAnswer } from './reply-to-answer.ts';
import { showAnswer } from './show-answer.ts';
import { takeOneThing } from './take-one-thing.ts';
import { takeWorry } from './take-worry.ts';

export interface RecordedAnswer {
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
export async function recordAnswer(trip: Trip, given: CheckInAnswer): Promise<RecordedAnswer> {
  const checkIn = await lockCheckIn(trip, given.checkInId);
  if (!checkIn) return { outcome: 'gone', reply: null, words: thanks };
  const isSaid = (given.words ?? '') === '' || given.words === checkIn.words;
  if (checkIn.answer === given.answer && isSaid)
    return { outcome: 'already', reply: null, words: thanks };
  const customer = await getCustomer(trip.tx, checkIn.customerId);
  await write(trip, checkIn, given);
  const planned = await plan(trip, checkIn, given);
  const nextAt = planned && promised(planned.scene, planned.at);
  if (given.answer === 'worried') await takeWorry(trip, { checkIn, given, customer });
  if (given.answer === 'fine') await takeOneThing(trip, { checkIn, given, customer });
  if (given.answer === 'good') await closeEased(trip, checkIn, given);
  const by = await findPerson(trip.tx, given.personId);
  const answered = {
    byName: by?.name ?? null,
    answer: given.answer,
    at: trip.now,
    nextAt,
  };
  await showAnswer(trip, checkIn, answered);
  const words = nextAt ? shared`${thanks} I'll ask again ${time(nextAt)}.` : thanks;
  return {
    outcome: 'recorded',
    reply: await replyToAnswer(trip, { checkIn, given, customer, planned }),
    words,
  };
}

async function write(trip: Trip, checkIn: CheckIn, given: CheckInAnswer): Promise<void> {
  const { tx, now } = trip;
  const { customerId, transitionId } = checkIn;
  const { answer, personId } = given;
  const words = given.words ?? checkIn.words;
  const waited = await endSilence(trip, { customerId, personId });
  await tx.checkIn.update({
    where: { id: checkIn.id },
    data: {
      state: 'answered',
      answer,
      answeredAt: now,
      answeredById: personId,
      words,
      dueAt: answer === checkIn.answer ? checkIn.dueAt : null,
    },
  });
  await recordEvidence(trip, {
    key: `check-in:${checkIn.id}:${answer}`,
    customerId,
    transitionId,
    kind: answer,
    note: words ? `"${words}"` : 'Answered a check-in.',
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

async function plan(
  trip: Trip,
  checkIn: CheckIn,
  { answer }: CheckInAnswer,
): Promise<Planned | null> {
  const scene = await findScene(trip, checkIn.transitionId);
  if (!scene || scene.transition.phase === 'graduated') return null;
  const askedAt = checkIn.repeatedAt ?? checkIn.askedAt;
  const isLive = scene.transition.phase === 'live';
  const occasion: StepCause =
    answer === 'worried' ? 'worried' : answer === 'fine' && isLive ? 'time' : 'answered';
  return planNext(trip, checkIn.transitionId, { occasion, askedAt });
}
