import type { Trip } from '../../shared/database.ts';
import { understand } from '../../understanding/understand.ts';
import { isClearlyIn } from '../words/clear-language.ts';
import type { PartnerWords } from './partner-says.ts';

/** Remembers in which language a partner's person clearly writes: they are answered and called in it. */
export async function hearLanguage({ tx }: Trip, { partner, text }: PartnerWords): Promise<void> {
  const { language, languageCertainty } = understand(text);
  if (language === 'unknown' || !isClearlyIn(text, languageCertainty)) return;
  const { id } = partner;
  const known = await tx.person.findUnique({
    where: { id },
    select: { language: true, heardLanguage: true },
  });
  const isSo = known && (known.heardLanguage ?? known.language ?? 'en') === language;
  if (known && !isSo)
    await tx.person.updateMany({ where: { id }, data: { heardLanguage: language } });
}
