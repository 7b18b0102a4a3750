import type { Trip } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';

export type Aside<T> = { readonly value: T } | { readonly failure: string };

/**
 * Does something a page can live without (its brief, its receipt) behind a savepoint: when it fails, what it
 * wrote is undone, the reason is returned, and the page itself goes on. A call for a human must never be lost
 * because an ornament could not be drawn.
 */
export async function tryAside<T>({ tx }: Trip, work: () => Promise<T>): Promise<Aside<T>> {
  await tx.$executeRawUnsafe('SAVEPOINT aside');
  try {
    const value = await work();
    await tx.$executeRawUnsafe('RELEASE SAVEPOINT aside');
    return { value };
  } catch (error) {
    await tx.$executeRawUnsafe('ROLLBACK TO SAVEPOINT aside');
    return { failure: messageOf(error) };
  }
}
