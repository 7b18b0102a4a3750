import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';

export type ReferenceAnswer = 'agreed' | 'declined' | 'revoked';

const says: Readonly<Record<ReferenceAnswer, string>> = {
  agreed: 'may be asked by others how it went',
  declined: 'would rather not be asked by others',
  revoked: 'no longer wants to be asked by others',
};

/** Keeps whether somebody would be a reference. A yes can be taken back at any time; false when there was nothing to settle. */
export async function settleReference(
  trip: Trip,
  { personId, answer }: { readonly personId: string; readonly answer: ReferenceAnswer },
): Promise<boolean> {
  const { tx } = trip;
  const before = answer === 'revoked' ? 'agreed' : 'asked';
  const survey = await tx.survey.findFirst({
    where: { personId, reference: before },
    orderBy: { referenceAt: 'desc' },
  });
  if (!survey) return false;
  const same = { personId, reference: before };
  await tx.survey.updateMany({ where: same, data: { reference: answer } });
  const person = await findPerson(tx, personId);
  await recordEvent(trip, {
    customerId: survey.customerId,
    kind: 'feedback',
    visibility: 'internal',
    text: `${person?.name ?? 'Somebody'} ${says[answer]}.`,
    authorId: personId,
    data: { surveyId: survey.id },
  });
  return true;
}
