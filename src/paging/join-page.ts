import { findPerson } from '../customers/find-person.ts';
import type { Trip } from '../shared/database.ts';
import { recordEvent } from '../timeline/record-event.ts';
import { makeCritical } from './chase/make-critical.ts';
import { notifyOwner } from './owner/notify-owner.ts';
import { addWords } from './page/add-words.ts';
import { callBackColumn, laterCallBack } from './page/call-back.ts';
import { getRaisedFact } from './page/get-raised-fact.ts';
import { type NewPage, reasonOf, weightOf } from './page/new-page.ts';
import type { Page } from './page/page.ts';
import { lockPage } from './page/page-lock.ts';
import { wasJustSaid } from './page/was-just-said.ts';
import { findReceiptPlace } from './show/find-receipt-place.ts';
import { showPage } from './show/show-page.ts';

/** Adds words to a page that is open already, and tells the people paged; the customer's own words make it theirs to follow. */
export async function joinPage(trip: Trip, pageId: string, raise: NewPage): Promise<void> {
  const { tx } = trip;
  const page = await lockPage(trip, pageId);
  const text = reasonOf(raise);
  const personId = raise.raisedById ?? null;
  await addWords(trip, page, { personId, text });
  if (raise.callBack) {
    const callBack = callBackColumn(laterCallBack(page.callBack, raise.callBack));
    await tx.page.update({ where: { id: page.id }, data: { callBack } });
  }
  if (raise.isShared && !page.isShared) await makeShared(trip, page, raise);
  if (page.weight === 'gentle' && weightOf(raise) === 'critical') await makeCritical(trip, pageId);
  const by = await findPerson(tx, personId);
  const added = `${by?.name ?? 'Handrail'} added to the page: ${text}`;
  const isAgain = await wasJustSaid(trip, page, { personId, text: added });
  await recordEvent(trip, {
    customerId: page.customerId,
    transitionId: page.transitionId,
    kind: 'page.joined',
    visibility: 'internal',
    text: added,
    authorId: personId,
    data: { pageId, isAgain },
  });
  const isFromSomebody = raise.raisedBy === 'customer' || raise.raisedBy === 'vendor';
  if (page.state === 'acknowledged' && isFromSomebody && !isAgain) {
    await notifyOwner(trip, page, { text, byName: by?.name ?? null });
  }
  await showPage(trip, pageId);
}

/** A page the customer knew nothing of becomes theirs: from now on they have a receipt. */
async function makeShared(trip: Trip, page: Page, raise: NewPage): Promise<void> {
  const { tx } = trip;
  const place = await findReceiptPlace(tx, raise);
  // The receipt of a page without a place goes to whoever raised it, so that person is named here.
  const isDirect = place.placeId === null && raise.raisedBy === 'customer' && raise.raisedById;
  const raiser = isDirect ? { raisedBy: 'customer', raisedById: raise.raisedById } : {};
  await tx.page.update({ where: { id: page.id }, data: { isShared: true, ...place, ...raiser } });
  const fact = await getRaisedFact(trip, {
    ...page,
    isShared: true,
    raisedById: raise.raisedById ?? page.raisedById,
  });
  await recordEvent(trip, fact);
}
