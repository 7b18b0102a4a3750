import { findReaderLanguage } from '../../delivery/find-readable-card.ts';
import type { Trip } from '../../shared/database.ts';
import { isClearlyIn } from '../words/clear-language.ts';
import type { Ask } from './answers/ask.ts';

/**
 * Remembers in which language one of the customer's people clearly writes: they are answered in it, and their customer
 * where the setup says nothing. English, in which we speak anyway, is only written down where it takes another's place.
 *
 * Hazard: every UPDATE of these tables, be it of no row, moves the setup's version and empties what each process
 * remembers of it. So what is known is looked at first.
 */
export async function recordLanguage(
  trip: Trip,
  { customer, person, text, understanding }: Ask,
): Promise<void> {
  const { tx } = trip;
  const { language, languageCertainty } = understanding;
  if (!person || language === 'unknown' || !isClearlyIn(text, languageCertainty)) return;
  const speaker = await tx.person.findUnique({ where: { id: person.id } });
  const account = await tx.customer.findUnique({ where: { id: customer.id } });
  if (!speaker || !account) return;
  const said = [speaker.heardLanguage, speaker.language, account.heardLanguage, account.language];
  if (language === 'en' && said.every(one => one === null)) return;
  const data = { heardLanguage: language };
  if (speaker.heardLanguage !== language) {
    const card = { audience: 'shared', customerId: customer.id } as const;
    const spoken = (await findReaderLanguage(trip, { to: { personId: person.id }, card })) ?? 'en';
    if (language !== 'en' || spoken !== 'en') {
      await tx.person.updateMany({ where: { id: person.id }, data });
    }
  }
  const isKnown = account.heardLanguage === language;
  if (isKnown || (language === 'en' && account.heardLanguage === null)) return;
  await tx.customer.updateMany({ where: { id: customer.id }, data });
}
