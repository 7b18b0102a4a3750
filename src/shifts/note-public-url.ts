import type { Ports } from '../shared/database.ts';

/** The setting that holds it. */
export const publicUrlKey = 'public-url';

/** Writes down where this server is reached from outside, for the addresses it tells people. */
export async function notePublicUrl(
  { database }: Pick<Ports, 'database'>,
  url: string,
): Promise<void> {
  const row = { key: publicUrlKey, value: url };
  await database.trip(({ tx }) =>
    tx.setting.upsert({ where: { key: row.key }, create: row, update: row }),
  );
}
