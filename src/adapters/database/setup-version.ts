import { z } from 'zod';
import { statement } from '../../shared/statement.ts';

/** What the setup is at: the newest transaction that changed it, as far as this one sees. */
export const setupVersion = statement(
  'setup-version',
  `SELECT coalesce(string_agg(changed_by, ',' ORDER BY shard), '') AS version FROM setup_version`,
  z.object({ version: z.string() }),
);
