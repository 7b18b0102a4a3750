/** Things that are better done together when several of them wait, and may always be done by themselves. */
export interface Gathering<Item, Result> {
  /** At most so many together. */
  readonly most: number;
  /** So many go on at once, alone or together, while the others wait. */
  readonly atOnce: number;
  /** Two of the same key never go on at once. Left out, none has one. */
  readonly keyOf?: (item: Item) => string;
  /** What came of each, in their order. Where it rejects nothing was done, and each is done by itself. */
  many(items: readonly Item[]): Promise<readonly PromiseSettledResult<Result>[]>;
  one(item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Does one thing; those that come while others are underway are done together. Nothing waits for company: what comes
 * alone is begun at once, and with it only what comes in the same moment.
 */
export function gather<Item, Result>(
  gathering: Gathering<Item, Result>,
): (item: Item) => Promise<Result> {
  const { most, atOnce, keyOf } = gathering;
  const busy = new Set<string>();
  let waiting: Waiting<Item, Result>[] = [];
  let underway = 0;
  let isAsked = false;

  function takeNext(): Waiting<Item, Result>[] {
    const taken: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    for (const each of waiting) {
      const key = keyOf?.(each.item);
      const isNext = taken.length < most && (key === undefined || !busy.has(key));
      (isNext ? taken : left).push(each);
      if (isNext && key !== undefined) busy.add(key);
    }
    waiting = left;
    return taken;
  }

  function begin(): void {
    isAsked = false;
    while (underway < atOnce) {
      const taken = takeNext();
      if (taken.length === 0) return;
      underway += 1;
      void carry(gathering, taken).then(() => {
        underway -= 1;
        for (const { item } of taken) if (keyOf) busy.delete(keyOf(item));
        begin();
      });
    }
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isAsked) return;
      isAsked = true;
      queueMicrotask(begin);
    });
}

async function carry<Item, Result>(
  { many, one }: Gathering<Item, Result>,
  taken: readonly Waiting<Item, Result>[],
): Promise<void> {
  const items = taken.map(({ item }) => item);
  const together = items.length > 1 ? await many(items).catch(() => null) : null;
  await Promise.all(
    taken.map(async ({ item, resolve, reject }, n) => {
      const known = together?.[n];
      if (!known) await one(item).then(resolve, reject);
      else if (known.status === 'fulfilled') resolve(known.value);
      else reject(known.reason);
    }),
  );
}

/** What came of things none of which can fail alone. */
export function fulfilled<Result>(results: readonly Result[]): PromiseFulfilledResult<Result>[] {
  return results.map(value => ({ status: 'fulfilled', value }));
}
