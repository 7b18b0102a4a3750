import type { Trip } from '../shared/database.ts';
import { BadInputError } from '../shared/errors.ts';
import { lockImports } from './lock-imports.ts';
import type { SetupImport } from './setup-import.ts';

/** Notes, in the transaction that saves a part, how far an import has come. Throws BadInputError when another one began since. */
export async function notePart(
  { tx, now }: Trip,
  { id, file, customers }: SetupImport,
  done: number,
): Promise<void> {
  await lockImports(tx);
  const last = await tx.setupImport.findFirst({ orderBy: { startedAt: 'desc' } });
  if (last?.id !== id) {
    throw new BadInputError([
      `${file}: another import began meanwhile, so this one ends after ${done} of ${customers} customers. Run it again when that has ended.`,
    ]);
  }
  const endedAt = done >= customers ? now : null;
  await tx.setupImport.update({ where: { id }, data: { done, savedAt: now, endedAt } });
}
