import type { Customer } from '../../../customers/customer.ts';
import { internal, type Text, time } from '../../../delivery/audience.ts';
import { type Change, changeDraft, type Unchanged } from '../../../quarters/change-draft.ts';
import { quarterMeant } from '../../../quarters/quarter-meant.ts';
import { reviewId } from '../../../quarters/review-key.ts';
import { showDraft } from '../../../quarters/show-draft.ts';
import { shownFrom } from '../../../quarters/shown.ts';
import type { Trip } from '../../../shared/database.ts';
import type { Quarter } from '../../../shared/quarter.ts';
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
  if (quarter.from > trip.now) return [privateNote(internal`${quarter.name} has not begun.`)];
  if (order.kind === 'unclear')
    return [
      privateNote(
        internal`Nothing is changed: I don't know what "${rest}" is to do. Type it like this: ${usageOf('quarterly')}`,
      ),
    ];
  const id = reviewId(customer.id, quarter);
  const row = await trip.tx.quarterReview.findUnique({ where: { id } });
  const seen = shownFrom(row?.shown ?? {})[actor.id];
  if (order.kind === 'publish')
    return [await publishQuarter(trip, { customer, quarter, by: actor, seen: seen?.print ?? '' })];
  if (order.kind !== 'edit') return showNow(trip, { actor, customer, quarter });
  const { edit } = order;
  const change = { customer, quarter, edit, byId: actor.id, seen: seen?.revision };
  const changed = await changeDraft(trip, change);
  if (changed.kind === 'changed') return showNow(trip, { actor, customer, quarter });
  const why = privateNote(unchangedText(changed, change));
  if (changed.kind !== 'overtaken') return [why];
  return [why, ...(await showNow(trip, { actor, customer, quarter }))];
}

interface Shown extends Pick<Command, 'actor'> {
  readonly customer: Customer;
  readonly quarter: Quarter;
}

async function showNow(trip: Trip, { actor, customer, quarter }: Shown): Promise<Reply[]> {
  const card = await showDraft(trip, { customer, quarter, readerId: actor.id });
  return card
    ? [{ card, isPrivate: true }]
    : [privateNote(internal`No fact tells anything of ${quarter.name} at ${customer.name}.`)];
}

function unchangedText(why: Unchanged, { customer, quarter, edit }: Change): Text<'internal'> {
  switch (why.kind) {
    case 'published':
      return internal`Nothing is changed: ${customer.name} has the review of ${quarter.name} already.`;
    case 'foreign':
      return internal`Nothing is changed: "${why.word}" is another customer's, and ${customer.name} would read it.`;
    case 'overtaken':
      return internal`Nothing of yours is changed: ${why.byName} changed this draft${why.at ? internal` ${time(why.at, 'age')}` : ''}, after you were shown it. Here is how it reads now${'words' in edit ? internal`; yours was “${edit.words}”` : ''}.`;
  }
}
