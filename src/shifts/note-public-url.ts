import type { Ports } from '../shared/database.ts';
import { noteSetting } from '../shared/note-setting.ts';

/** The setting that holds it. */
export const publicUrlKey = 'public-url';

/** Writes down where this server is reached from outside, for the addresses it tells people. */
export async function notePublicUrl(
  { database }: Pick<Ports, 'database'>,
  url: string,
): Promise<void> {
  await database.trip(trip => noteSetting(trip, publicUrlKey, url));
}
