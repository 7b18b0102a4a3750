import { z } from 'zod';
import type { Trip } from '../../shared/database.ts';
import { NotFoundError } from '../../shared/errors.ts';
import { statement } from '../../shared/statement.ts';
import { type Page, pageFrom, pageRow } from './page.ts';

const lock = statement('lock-page', 'SELECT * FROM page WHERE id = $1 FOR UPDATE', pageRow);

const tryLock = statement(
  'try-lock-page',
  'SELECT * FROM page WHERE id = $1 FOR UPDATE SKIP LOCKED',
  pageRow,
);

const exists = statement(
  'page-exists',
  'SELECT id FROM page WHERE id = $1',
  z.object({ id: z.string() }),
);

/** The page, locked until the trip ends, so that two people's answers are taken one after the other. Throws NotFoundError. */
export async function lockPage(trip: Trip, pageId: string): Promise<Page> {
  const [row] = await trip.run(lock, [pageId]);
  if (!row) throw new NotFoundError(`There is no page "${pageId}".`);
  return pageFrom(row);
}

/**
 * The page, locked; `busy` when another trip holds it, null when it is gone. Whoever already holds a row of
 * a call or a message must ask this way: waiting for the page there could wait for ever (the holder of the
 * page may want that very row).
 */
export async function tryLockPage(trip: Trip, pageId: string): Promise<Page | 'busy' | null> {
  const [row] = await trip.run(tryLock, [pageId]);
  if (row) return pageFrom(row);
  const [known] = await trip.run(exists, [pageId]);
  return known ? 'busy' : null;
}
