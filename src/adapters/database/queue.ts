/** How soon a piece of work is wanted: `first` overtakes everything that waits as `later`. */
export type Urgency = 'first' | 'later';

/** Runs one piece of work after the other, those of the same urgency in the order they came. */
export type Queue = <T>(work: () => Promise<T>, urgency?: Urgency) => Promise<T>;

/** A queue of its own. A failed piece does not hold up the next. */
export function createQueue(): Queue {
  const waiting: Record<Urgency, (() => void)[]> = { first: [], later: [] };
  let isBusy = false;

  function next(): void {
    const turn = waiting.first.shift() ?? waiting.later.shift();
    isBusy = turn !== undefined;
    turn?.();
  }

  return async (work, urgency = 'later') => {
    if (isBusy) await new Promise<void>(turn => waiting[urgency].push(turn));
    isBusy = true;
    try {
      return await work();
    } finally {
      next();
    }
  };
}
