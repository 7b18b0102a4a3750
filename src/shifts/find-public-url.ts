import type { Tx } from '../shared/database.ts';
import { publicUrlKey } from './note-public-url.ts';

/** Where this server is reached from outside, as it wrote down when it started; empty before it ever did. */
export async function findPublicUrl(tx: Tx): Promise<string> {
  const known = await tx.setting.findUnique({ where: { key: publicUrlKey } });
  return typeof known?.value === 'string' ? known.value : '';
}
