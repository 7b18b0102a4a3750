import type { Trip } from '../../shared/database.ts';
import type { Ask } from './answers/ask.ts';

/** Below this a word or two may only have been borrowed. */
const clearly = 0.75;

/** Remembers in which language this customer writes, so that our fixed phrases answer in it. */
export async function recordLanguage(
  { tx }: Trip,
  { customer, understanding }: Ask,
): Promise<void> {
  const { language, languageCertainty } = understanding;
  if (language === 'unknown' || languageCertainty < clearly) return;
  if (language === customer.language) return;
  await tx.customer.update({ where: { id: customer.id }, data: { language } });
}
