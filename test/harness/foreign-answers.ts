import { z } from 'zod';
import type { Database } from '../../src/shared/database.ts';

const row = z.object({
  id: z.string(),
  customerId: z.string(),
  words: z.string(),
  why: z.string(),
});

/**
 * "You said, we did" that somebody is to hear who must not: words of another customer in it, a place whose people never
 * said it in the open, a person who never said it. Read from the tables, so that what waits for Monday counts as well.
 */
export async function listForeignAnswers({ client }: Database): Promise<string[]> {
  const rows = await client.$queryRawUnsafe(`
    SELECT a.id, a."customerId", a.words,
      CASE WHEN a.words ~ 'kanarie\\d{3}' AND a.words !~ ('kanarie' || lpad(split_part(a."customerId", '-', 2), 3, '0')) THEN 'foreign words'
           WHEN a."personId" IS NULL THEN 'said nowhere there' ELSE 'not theirs' END AS why
    FROM theme_answer a
    WHERE (a.words ~ 'kanarie\\d{3}' AND a.words !~ ('kanarie' || lpad(split_part(a."customerId", '-', 2), 3, '0')))
       OR (a."personId" IS NULL AND NOT EXISTS (SELECT 1 FROM saying s WHERE s."themeId" = a."themeId"
             AND s."customerId" = a."customerId" AND s."isOpen" AND s.kind <> 'request'))
       OR (a."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM saying s WHERE s."themeId" = a."themeId"
             AND s."customerId" = a."customerId" AND s."personId" = a."personId" AND s.kind <> 'request'))`);
  return z
    .array(row)
    .parse(rows)
    .map(({ id, customerId, words, why }) => `${why}: ${customerId} ${id} "${words}"`);
}
