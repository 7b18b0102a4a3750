import webPush from 'web-push';
import { z } from 'zod';
import type { Ports } from '../../../shared/database.ts';

const settingKey = 'vapid-keys';

const keysColumn = z.object({ publicKey: z.string(), privateKey: z.string() });

export type VapidKeys = z.infer<typeof keysColumn>;

/** The keys by which push services know us: made at first use and kept in the database, for every process the same. */
export function findOrMakeVapidKeys({ database }: Pick<Ports, 'database'>): Promise<VapidKeys> {
  return database.trip(async ({ tx }) => {
    const known = await tx.setting.findUnique({ where: { key: settingKey } });
    if (known) return keysColumn.parse(known.value);
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    const value = { publicKey, privateKey };
    await tx.setting.createMany({ data: [{ key: settingKey, value }], skipDuplicates: true });
    const row = await tx.setting.findUniqueOrThrow({ where: { key: settingKey } });
    return keysColumn.parse(row.value);
  });
}
