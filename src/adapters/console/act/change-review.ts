import { z } from 'zod';
import { changeDraft } from '../../../quarters/change-draft.ts';
import type { Edit } from '../../../quarters/edits.ts';
import { type FoundReview, findReview } from '../../../quarters/find-review.ts';
import { publishReview } from '../../../quarters/publish-review.ts';
import { readKey } from '../../../quarters/review-key.ts';
import { reviewParts } from '../../../quarters/review-text.ts';
import type { Trip } from '../../../shared/database.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import type { NotDone } from '../look/not-done.ts';
import type { Doing } from './doing.ts';

const part = z.enum(reviewParts);
const words = z.string().trim().min(1).max(1_000);
const number = z.coerce.number().int().min(1);
const revision = z.coerce.number().int().min(0);

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('without'), part, revision }),
  z.object({ kind: z.literal('with'), part, revision }),
  z.object({ kind: z.literal('instead'), part, words, revision }),
  z.object({ kind: z.literal('add'), words, revision }),
  z.object({ kind: z.literal('drop'), number, revision }),
]);

const publishing = z.object({ seen: z.string().max(100) });

/** A review that somebody is to look at once more, with the reason. */
export interface StillThere {
  readonly found: FoundReview;
  readonly notDone: NotDone;
}

/** Changes the draft of a review as `quarterly` in chat does; what somebody else changed since is shown instead. */
export async function changeReview(doing: Doing): Promise<string | StillThere> {
  const { revision: seen, ...edit } = readForm(change, doing.body);
  return onDraft(doing, async (trip, { customer, quarter }) => {
    const byId = doing.session.person.id;
    const why = await changeDraft(trip, {
      customer,
      quarter,
      edit: edit satisfies Edit,
      byId,
      seen,
    });
    if (why.kind === 'changed') return 'changed';
    return { why, words: 'words' in edit ? edit.words : null };
  });
}

/** Publishes a review as it stood on the page that was pressed. */
export async function publishByForm(doing: Doing): Promise<string | StillThere> {
  const { seen } = readForm(publishing, doing.body);
  return onDraft(doing, async (trip, { customer, quarter }) => {
    const by = doing.session.person;
    const outcome = await publishReview(trip, { customer, quarter, by, seen });
    if (outcome === 'published') return 'reviewed';
    return { why: { kind: reasons[outcome] }, words: null };
  });
}

const reasons = { before: 'published', changed: 'moved-on', nowhere: 'nowhere' } as const;

type Draft = Pick<FoundReview, 'customer'> &
  Pick<NonNullable<ReturnType<typeof readKey>>, 'quarter'>;

async function onDraft(
  { ports, params: { customerId = '', review = '' } }: Doing,
  work: (trip: Trip, draft: Draft) => Promise<'changed' | 'reviewed' | NotDone>,
): Promise<string | StillThere> {
  return ports.database.trip(async trip => {
    const there = await findReview(trip, customerId, review);
    const key = there && readKey(review, trip.now, there.customer.timeZone);
    if (!there || !key || key.isSoFar) throw nothingHere();
    const { customer } = there;
    const done = await work(trip, { customer, quarter: key.quarter });
    const here = `/console/customers/${encodeURIComponent(customerId)}/reviews/${there.key}`;
    if (typeof done === 'string') return doneAt(here, done);
    const found = await findReview(trip, customerId, review);
    return { found: found ?? there, notDone: done };
  });
}
