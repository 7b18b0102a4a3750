import { AsyncLocalStorage } from 'node:async_hooks';

/** Something that whatever is done within a piece of work can ask for, across every await. */
export interface Surroundings<T> {
  /** What surrounds the caller; undefined outside of any. */
  get(): T | undefined;
  /** Does the work surrounded by this. What the work leaves running stays surrounded by it too. */
  run<R>(surrounding: T, work: () => R): R;
}

interface Ring {
  /** Stands for what surrounds; only those of its kind know what that is. */
  readonly token: object;
  readonly outer: Ring | undefined;
}

/** The only one: Node 20 asks every storage that was ever run about every promise of the process. */
const storage = new AsyncLocalStorage<Ring>();

/** Surroundings of their own kind, which know nothing of any other. */
export function createSurroundings<T>(): Surroundings<T> {
  const own = new WeakMap<object, T>();
  const find = (ring: Ring | undefined): T | undefined =>
    ring && (own.has(ring.token) ? own.get(ring.token) : find(ring.outer));
  // One of a kind is enough, or what is begun from what was left running would grow rings for ever.
  const others = (ring: Ring | undefined): Ring | undefined =>
    ring && (own.has(ring.token) ? others(ring.outer) : { ...ring, outer: others(ring.outer) });
  return {
    get: () => find(storage.getStore()),
    run(surrounding, work) {
      const token = {};
      own.set(token, surrounding);
      return storage.run({ token, outer: others(storage.getStore()) }, work);
    },
  };
}
