import { valuedSubjectFrom } from '../../delivery/valued-subject.ts';
import { unresolved } from '../../paging/page/page-state.ts';
import type { Tx } from '../../shared/database.ts';
import { settlementFrom } from '../places/settlement.ts';

/** Has this check-in no answer yet? */
export async function isCheckInOpen(tx: Tx, id: string): Promise<boolean> {
  return (await tx.checkIn.count({ where: { id, answer: null, state: { not: 'skipped' } } })) > 0;
}

/** Has nobody taken this page yet? */
export async function isPageUntaken(tx: Tx, id: string): Promise<boolean> {
  return (await tx.page.count({ where: { id, state: 'open' } })) > 0;
}

/** Does this page still want a human? */
export async function isPageUnresolved(tx: Tx, subject: string): Promise<boolean> {
  const { id } = valuedSubjectFrom(subject);
  return (await tx.page.count({ where: { id, ...unresolved } })) > 0;
}

/** Is this page resolved, and has nobody said yet whether that did it? */
export async function isPageUnconfirmed(tx: Tx, id: string): Promise<boolean> {
  return (await tx.page.count({ where: { id, state: 'resolved', confirmed: null } })) > 0;
}

/** Is this page resolved, with a note that the customer has not been told? */
export async function isNoteOfPageKept(tx: Tx, id: string): Promise<boolean> {
  return (await tx.page.count({ where: { id, state: 'resolved', resolution: null } })) > 0;
}

/** Has nobody said whether this promise is to be noted? */
export async function isPromiseOffered(tx: Tx, subject: string): Promise<boolean> {
  const { id } = valuedSubjectFrom(subject);
  return (await tx.vendorPromise.count({ where: { id, state: 'offered' } })) > 0;
}

/** Does this survey wait for its score? */
export async function isSurveyOpen(tx: Tx, subject: string): Promise<boolean> {
  const { id } = valuedSubjectFrom(subject);
  return (await tx.survey.count({ where: { id, state: 'asked' } })) > 0;
}

/** Does somebody still have to say whether they would be a reference? */
export async function isReferenceAsked(tx: Tx, id: string): Promise<boolean> {
  return (await tx.survey.count({ where: { id, reference: 'asked' } })) > 0;
}

/** Has nobody decided about this service request? */
export async function isRequestUndecided(tx: Tx, id: string): Promise<boolean> {
  const undecided = { state: { in: ['waiting', 'queried'] } };
  return (await tx.serviceRequest.count({ where: { id, ...undecided } })) > 0;
}

/** Has nobody published this review of a quarter? */
export async function isReviewUnpublished(tx: Tx, subject: string): Promise<boolean> {
  const { id } = valuedSubjectFrom(subject);
  return (await tx.quarterReview.count({ where: { id, state: { not: 'published' } } })) > 0;
}

/** Are there still check-ins in this transition? */
export async function isTransitionOngoing(tx: Tx, id: string): Promise<boolean> {
  return (await tx.transition.count({ where: { id, phase: { not: 'graduated' } } })) > 0;
}

/** Was its end proposed, and not answered yet? */
export async function isEndProposed(tx: Tx, id: string): Promise<boolean> {
  const proposed = { phase: { not: 'graduated' }, proposedAt: { not: null } };
  return (await tx.transition.count({ where: { id, ...proposed } })) > 0;
}

/** Was this change only shown so far? */
export async function isChangePending(tx: Tx, id: string): Promise<boolean> {
  return (await tx.pendingChange.count({ where: { id, state: 'waiting' } })) > 0;
}

/** Does this change still hold? */
export async function isChangeStanding(tx: Tx, id: string): Promise<boolean> {
  return (await tx.audit.count({ where: { id, undoneAt: null } })) > 0;
}

/** Is this note for us alone so far? */
export async function isNoteInternal(tx: Tx, id: string): Promise<boolean> {
  const internal = { visibility: 'internal', publishedAs: null };
  return (await tx.event.count({ where: { id, ...internal } })) > 0;
}

/** Is this step of the customer's own still to do? */
export async function isStepTheirs(tx: Tx, id: string): Promise<boolean> {
  const where = { id, ownedBy: 'customer', state: { in: ['planned', 'underway', 'late'] } };
  return (await tx.milestone.count({ where })) > 0;
}

/** Is this task still to do? */
export async function isTaskOpen(tx: Tx, id: string): Promise<boolean> {
  return (await tx.task.count({ where: { id, state: 'open' } })) > 0;
}

/** Does somebody still wait to hear whether they are covered? */
export async function isCoverAsked(tx: Tx, id: string): Promise<boolean> {
  return (await tx.cover.count({ where: { id, state: 'asked' } })) > 0;
}

/** Was nobody asked yet to take this night? */
export async function isReliefProposed(tx: Tx, id: string): Promise<boolean> {
  return (await tx.cover.count({ where: { id, state: 'proposed' } })) > 0;
}

/** Is this drill over, still true, and not signed yet? */
export async function isDrillUnsigned(tx: Tx, id: string): Promise<boolean> {
  const unsigned = { state: 'done', signedAt: null, voidedAt: null };
  return (await tx.drill.count({ where: { id, ...unsigned } })) > 0;
}

/** Does this place wait to be settled? */
export async function isPlaceParked(tx: Tx, id: string): Promise<boolean> {
  const place = { id: settlementFrom(id)?.placeId ?? '' };
  return (await tx.place.count({ where: { ...place, parkedReason: { not: null } } })) > 0;
}
