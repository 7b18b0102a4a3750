import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { Tx } from '../../shared/database.ts';

/** Prisma inside a transaction that is already open. */
export interface Lent {
  /** Begins with the first call: a trip that needs no Prisma pays nothing for it. */
  readonly tx: Tx;
  /** Lets Prisma end its part, after which the transaction can be committed. */
  end(): Promise<void>;
  /** Lets Prisma end its part of a transaction that is undone. */
  abandon(): Promise<void>;
}

/**
 * Lends the transaction at hand to Prisma's typed client. Whatever Prisma takes for the beginning and the end of a
 * transaction is swallowed by the store's connection, which knows better.
 */
export function lendToPrisma(client: PrismaClient): Lent {
  let ready: Tx | null = null;
  let begun: Promise<Tx> | null = null;
  let ended: Promise<void> = Promise.resolve();
  let finish = (_error?: Error): void => {};

  function begin(): Promise<Tx> {
    begun ??= new Promise((resolve, reject) => {
      const finished = new Promise<void>((done, fail) => {
        finish = error => (error ? fail(error) : done());
      });
      // It may end before Prisma has come to wait for it.
      finished.catch(() => {});
      ended = client.$transaction(async tx => {
        ready = tx;
        resolve(tx);
        await finished;
      });
      ended.catch(reject);
    });
    return begun;
  }

  const models = new Map<string, object>();
  const tx = new Proxy({} as Tx, {
    get(_target, name) {
      if (typeof name !== 'string') return undefined;
      if (ready) return Reflect.get(ready, name);
      if (name.startsWith('$')) {
        return async (...given: unknown[]) => callOn(await begin(), name, given);
      }
      const known = models.get(name);
      if (known) return known;
      const model = new Proxy(
        {},
        {
          get:
            (_model, method: string) =>
            async (...given: unknown[]) =>
              callOn(Reflect.get(await begin(), name), method, given),
        },
      );
      models.set(name, model);
      return model;
    },
  });

  return {
    tx,
    async end() {
      finish();
      await ended;
    },
    async abandon() {
      finish(new Error('The trip was undone.'));
      await ended.catch(() => {});
    },
  };
}

function callOn(target: object, method: string, given: unknown[]): unknown {
  return Reflect.apply(Reflect.get(target, method), target, given);
}
