import { accountTables } from './account-tables.ts';
import { owedTables } from './owed-tables.ts';
import { setupTables } from './setup-tables.ts';
import type { TableRights } from './table-rights.ts';

/** Every table there is. A column that is missing here fails a test: say whose it is before it is filled. */
export const tables: Readonly<Record<string, TableRights>> = {
  ...setupTables,
  ...accountTables,
  ...owedTables,
};
