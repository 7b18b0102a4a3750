import type { Tx } from '../shared/database.ts';
import { sayingFrom } from './saying.ts';
import { type Tally, tallyOf } from './tally.ts';
import { themeFrom } from './theme.ts';

export interface Listening {
  /** Only what these customers said; everybody, when left out. */
  readonly customerIds?: readonly string[] | undefined;
  readonly themeId?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Every theme of which something was said there and then, counted from that alone. */
export async function loadTallies(
  tx: Tx,
  { customerIds, themeId, from, until }: Listening = {},
): Promise<Tally[]> {
  const rows = await tx.saying.findMany({
    where: {
      ...(customerIds && { customerId: { in: [...customerIds] } }),
      themeId,
      at: { ...(from && { gte: from }), ...(until && { lt: until }) },
    },
    orderBy: { at: 'desc' },
  });
  const ids = [...new Set(rows.map(({ themeId }) => themeId))];
  const themes = await tx.theme.findMany({ where: { id: { in: ids } } });
  return tallyOf(themes.map(themeFrom), rows.map(sayingFrom));
}
