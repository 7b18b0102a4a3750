import { shared, type Text, time } from '../../delivery/audience.ts';
import { clockText, type Reader } from '../../delivery/plain-text.ts';
import type { Trip } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import type { Doubt } from '../../understanding/times/moment.ts';
import { type Turn, voiceOf, zoneOf } from '../arrival/turn.ts';
import { answer, note, type Reply } from '../replies/reply.ts';
import { askChoice } from './ask-choice.ts';

/** A time as it was read, and why it is not taken so. */
export interface DoubtfulTime {
  readonly at: Date;
  /** Where it begins, when a stretch of time was said. */
  readonly from?: Date;
  readonly doubt: Doubt;
  readonly customerId: string | null;
  /** What would have been said with this instant in the place of the time: it is meant as it stands. */
  readonly saying: (instant: string) => string;
}

/** Asks a time back, with weekday, date and year, where words leave it open or nobody can mean it. */
export async function askTime(trip: Trip, turn: Turn, doubtful: DoubtfulTime): Promise<Reply> {
  const { at, doubt } = doubtful;
  switch (doubt.kind) {
    case 'ambiguous':
      return askWhich(trip, turn, doubtful, {
        question: shared`That can be read as two days. Which one do you mean?`,
        readings: [at, doubt.other],
      });
    case 'far':
      return askWhich(trip, turn, doubtful, {
        question: shared`That is more than four weeks away: ${time(at, 'full')}. Do you mean that?`,
        readings: [at],
      });
    case 'past':
      return say(
        turn,
        doubtful,
        shared`That would be ${time(at, 'full')}, which is over. When do you mean?`,
      );
    case 'reversed':
      return say(
        turn,
        doubtful,
        shared`That would end ${time(at, 'full')}, before it begins ${time(doubtful.from ?? at, 'full')}. From when until when do you mean?`,
      );
    default:
      return unreachable(doubt);
  }
}

function say(turn: Turn, { customerId }: DoubtfulTime, text: Text<'shared'>): Reply {
  return voiceOf(turn) === 'customer' && customerId !== null
    ? answer(customerId, text)
    : note(customerId, text);
}

interface Which {
  readonly question: Text<'shared'>;
  readonly readings: readonly Date[];
}

function askWhich(
  trip: Trip,
  turn: Turn,
  { customerId, saying }: DoubtfulTime,
  { question, readings }: Which,
): Promise<Reply> {
  const reader: Reader = { timeZone: zoneOf(turn), now: trip.now };
  const options = readings.map(at => ({
    label: clockText(at, 'full', reader),
    says: saying(at.toISOString()),
  }));
  return voiceOf(turn) === 'customer' && customerId !== null
    ? askChoice(trip, turn, { audience: 'shared', customerId, question, options })
    : askChoice(trip, turn, { audience: 'internal', customerId, question, options });
}
