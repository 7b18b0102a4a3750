/** Runs one piece of work after the other, in the order they came. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue of its own. A failed piece does not hold up the next. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}
