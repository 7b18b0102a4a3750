import { z } from 'zod';
import type { Aside } from '../../shared/database.ts';
import { messageOf } from '../../shared/errors.ts';
import { statement } from '../../shared/statement.ts';
import type { Run } from './store.ts';

const begin = statement('begin-aside', 'SAVEPOINT aside', z.never());
const keep = statement('keep-aside', 'RELEASE SAVEPOINT aside', z.never());
const undo = statement('undo-aside', 'ROLLBACK TO SAVEPOINT aside', z.never());

/** Does the work behind a savepoint: what it wrote is undone when it fails. */
export async function behindSavepoint<T>(run: Run, work: () => Promise<T>): Promise<Aside<T>> {
  await run(begin.name, begin.sql, []);
  try {
    const value = await work();
    await run(keep.name, keep.sql, []);
    return { value };
  } catch (error) {
    await run(undo.name, undo.sql, []);
    return { failure: messageOf(error) };
  }
}
