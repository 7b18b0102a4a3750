import { shared } from '../../delivery/audience.ts';
import { raisePage } from '../../paging/raise-page.ts';
import { findStillCalled } from '../../partners/find-still-called.ts';
import { keptId, keptWordsFrom } from '../../partners/kept-words.ts';
import type { Trip } from '../../shared/database.ts';
import type { Reply } from '../replies/reply.ts';
import { isCallingOff } from '../words/calling-off.ts';
import type { PartnerWords } from './partner-says.ts';
import { said } from './said.ts';

/**
 * "False alarm", after urgent words that named nobody: before anybody is called, nobody is. Who is called already reads it,
 * and the page is theirs to end. Null where there is nothing of this person's to call off.
 */
export async function callOff(
  trip: Trip,
  { partner, text }: PartnerWords,
): Promise<Reply[] | null> {
  if (!isCallingOff(text)) return null;
  const { tx, now } = trip;
  const id = keptId(partner.id);
  // Somebody may be called at this moment: whoever comes first decides, and the other sees it.
  await tx.$queryRaw`SELECT id FROM open_question WHERE id = ${id} FOR UPDATE`;
  const kept = keptWordsFrom(await tx.openQuestion.findUnique({ where: { id } }), now);
  if (!kept) return null;
  const calledFor = await findStillCalled(trip, kept);
  if (kept.calledFor !== null && calledFor === null) return null;
  await tx.openQuestion.deleteMany({ where: { id } });
  if (calledFor === null)
    return [said(null, shared`It is called off: I get nobody. If that is wrong, write again.`)];
  await raisePage(trip, {
    customerId: calledFor,
    raisedBy: 'vendor',
    raisedById: partner.id,
    words: `${partner.name} calls it off: “${text}”`,
    isShared: false,
  });
  return [
    said(
      null,
      shared`Somebody was called already. They read now that it is called off, and see to the rest.`,
    ),
  ];
}
