import { shared, type Text } from '../delivery/audience.ts';

/** What became of one promise, as far as the record counts it. */
export interface Outcome {
  readonly byId: string | null;
  readonly state: string;
  readonly promisedFor: Date;
  readonly missedAt: Date | null;
  readonly closedAt: Date | null;
  readonly moves: number;
}

/** How well promises were kept. What is withdrawn or only offered was none. */
export interface Trust {
  readonly kept: number;
  /** Done after the time it was promised for. */
  readonly late: number;
  /** Its time is over, and it is still owed. */
  readonly missed: number;
  /** Given another time before the old one was over. */
  readonly moved: number;
  readonly open: number;
}

/** Counts what became of promises. Moved counts beside the others: a promise that was moved in time is kept or not all the same. */
export function trustOf(outcomes: readonly Outcome[]): Trust {
  const count = (is: (one: Outcome) => boolean) => outcomes.filter(is).length;
  return {
    kept: count(one => one.state === 'kept' && !isLate(one)),
    late: count(one => one.state === 'kept' && isLate(one)),
    missed: count(one => one.state === 'missed'),
    moved: count(one => one.moves > 0 && one.missedAt === null && isCounted(one)),
    open: count(one => one.state === 'open'),
  };
}

function isCounted({ state }: Outcome): boolean {
  return state === 'open' || state === 'kept' || state === 'missed';
}

/** Done late is late, also where another time was agreed after the first had been missed. */
function isLate({ missedAt, closedAt, promisedFor }: Outcome): boolean {
  return missedAt !== null || (closedAt !== null && closedAt > promisedFor);
}

/** The record in a sentence that its customer may read; null while nothing of it is over. */
export function trustText({ kept, late, missed, moved }: Trust): Text<'shared'> | null {
  if (kept + late + missed === 0) return null;
  return shared`So far: ${kept} kept in time, ${late} late, ${missed} missed; ${moved} moved before they were due.`;
}
