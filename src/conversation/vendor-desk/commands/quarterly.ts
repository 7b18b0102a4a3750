import { internal } from '../../../delivery/audience.ts';
import { changeDraft } from '../../../quarters/change-draft.ts';
import { reviewId } from '../../../quarters/load-review.ts';
import { quarterMeant } from '../../../quarters/quarter-meant.ts';
import { showDraft } from '../../../quarters/show-draft.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Naming } from '../../naming/find-named-customer.ts';
import { privateNote, type Reply } from '../../replies/reply.ts';
import { readQuarterOrder } from '../../words/quarter-words.ts';
import { publishQuarter } from '../publish-quarter.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';
import { usageOf } from './usage.ts';

/** `quarterly northwind`: the review of a quarter, drafted from facts; what follows changes the draft or publishes it. */
export async function quarterly(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, naming => carryOut(trip, command, naming));
}

async function carryOut(
  trip: Trip,
  { actor }: Command,
  { customer, rest }: Naming,
): Promise<Reply[]> {
  const said = readQuarterOrder(rest);
  const quarter = quarterMeant(said.quarter, trip.now, customer.timeZone);
  const { order } = said;
  if (order.kind === 'unclear')
    return [
      privateNote(
        internal`Nothing is changed: I don't know what "${rest}" is to do. Type it like this: ${usageOf('quarterly')}`,
      ),
    ];
  if (order.kind === 'publish') {
    const id = reviewId(customer.id, quarter);
    const row = await trip.tx.quarterReview.findUnique({ where: { id } });
    return [await publishQuarter(trip, { customer, quarter, by: actor, seen: row?.shown ?? '' })];
  }
  if (order.kind === 'edit') {
    const found = await changeDraft(trip, { customer, quarter, edit: order.edit });
    if (found !== null)
      return [
        privateNote(
          internal`Nothing is changed: "${found}" is another customer's, and ${customer.name} would read it.`,
        ),
      ];
  }
  const card = await showDraft(trip, customer, quarter);
  return card
    ? [{ card, isPrivate: true }]
    : [privateNote(internal`No fact tells anything of ${quarter.name} at ${customer.name}.`)];
}
