import { answerWhereOf } from '../../arrival/turn.ts';
import type { Ask } from './ask.ts';

/** Who waits for news, and where they are told: under their own words when nobody had named us. */
export interface Asker {
  readonly personId: string | null;
  readonly placeId: string | null;
  readonly threadOf: string | null;
}

/** Whoever asked this, as the one to tell when there is news. */
export function askerOf({ turn, person }: Ask): Asker {
  const seat = answerWhereOf(turn);
  return {
    personId: person?.id ?? null,
    placeId: seat.kind === 'place' ? seat.place.id : null,
    threadOf: turn.isAddressed ? turn.threadOf : turn.ownThread,
  };
}
