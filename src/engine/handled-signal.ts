/** Tells whoever waits in this process that what came in was handled. */
export interface HandledSignal {
  tell(id: string): void;
  /** True as soon as it is told of; false when that did not come before `patience`, begun now, ended. Rejects as that does. */
  wait(id: string, patience: () => Promise<void>): Promise<boolean>;
}

/** As many are remembered, for those who begin to wait a moment late. */
const mostRemembered = 1_000;

/** A signal that nobody waits for yet. */
export function createHandledSignal(): HandledSignal {
  const told = new Set<string>();
  const waiting = new Map<string, Set<() => void>>();

  function begin(id: string, resolve: () => void): () => void {
    const others = waiting.get(id) ?? new Set();
    waiting.set(id, others.add(resolve));
    return () => {
      others.delete(resolve);
      if (others.size === 0) waiting.delete(id);
    };
  }

  return {
    tell(id) {
      told.add(id);
      const [oldest] = told;
      if (told.size > mostRemembered && oldest !== undefined) told.delete(oldest);
      for (const resolve of waiting.get(id) ?? []) resolve();
    },
    async wait(id, patience) {
      if (told.has(id)) return true;
      let end = () => {};
      const tellsUs = new Promise<true>(resolve => {
        end = begin(id, () => resolve(true));
      });
      try {
        return await Promise.race([tellsUs, patience().then(() => false)]);
      } finally {
        end();
      }
    },
  };
}
