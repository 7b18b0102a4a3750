import type { PrismaClient } from '../../generated/prisma/client.ts';
import type { Tx } from '../../shared/database.ts';

/** Prisma inside a transaction that is already open. */
export interface Lent {
  /** Begins with the first call: a trip that needs no Prisma pays nothing for it. */
  begin(): Promise<Tx>;
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
  let begun: Promise<Tx> | null = null;
  let ended: Promise<void> = Promise.resolve();
  let finish = (_error?: Error): void => {};

  function begin(): Promise<Tx> {
    return new Promise((resolve, reject) => {
      const finished = new Promise<void>((done, fail) => {
        finish = error => (error ? fail(error) : done());
      });
      // It may end before Prisma has come to wait for it.
      finished.catch(() => {});
      ended = client.$transaction(async tx => {
        resolve(tx);
        await finished;
      });
      ended.catch(reject);
    });
  }

  return {
    begin() {
      begun ??= begin();
      return begun;
    },
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
