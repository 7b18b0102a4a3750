import type { Trip } from '../../shared/database.ts';
import { sureness } from '../words/sureness.ts';
import type { Ask } from './answers/ask.ts';

/** Remembers in which language this customer writes, so that our fixed phrases answer in it. */
export async function recordLanguage(
  { tx }: Trip,
  { customer, understanding }: Ask,
): Promise<void> {
  const { language, languageCertainty } = understanding;
  if (language === 'unknown' || languageCertainty < sureness.ofLanguage) return;
  if (language === customer.language) return;
  await tx.customer.update({ where: { id: customer.id }, data: { language } });
}
