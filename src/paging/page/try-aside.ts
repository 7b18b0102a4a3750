import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import { statement } from '../../shared/statement.ts';

export type Aside<T> = { readonly value: T } | { readonly failure: string };

const begin = statement('begin-aside', 'SAVEPOINT aside', z.never());
const keep = statement('keep-aside', 'RELEASE SAVEPOINT aside', z.never());
const undo = statement('undo-aside', 'ROLLBACK TO SAVEPOINT aside', z.never());

/**
 * Does something a page can live without (its brief, its receipt) behind a savepoint: when it fails, what it
 * wrote is undone, the reason is returned, and the page itself goes on. A call for a human must never be lost
 * because an ornament could not be drawn.
 */
export async function tryAside<T>({ run }: Trip, work: () => Promise<T>): Promise<Aside<T>> {
  await run(begin, []);
  try {
    const value = await work();
    await run(keep, []);
    return { value };
  } catch (error) {
    await run(undo, []);
    return { failure: messageOf(error) };
  }
}
