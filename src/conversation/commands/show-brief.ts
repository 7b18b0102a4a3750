import { assessConfidence } from '../../confidence/assess-confidence.ts';
import type { Customer } from '../../customers/customer.ts';
import { type Audience, internal, type Text, time } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import { listOpenPromises } from '../../promises/list-open-promises.ts';
import type { Trip } from '../../shared/database.ts';
import { listEvents } from '../../timeline/list-events.ts';
import { findCurrentTransitions } from '../../transitions/find-transition.ts';
import { cutWords } from '../inbound.ts';
import { note, type Reply } from '../reply.ts';
import type { Order } from './command.ts';
import { forCustomer } from './for-customer.ts';

/** `brief northwind`: all a colleague needs to help when the advocate is away. */
export async function showBrief(trip: Trip, order: Order): Promise<Reply[]> {
  return forCustomer(trip, order, async ({ customer }) => {
    const body: Text<Audience>[] = [];
    if (customer.brief !== '') body.push(internal`${customer.brief}`);
    body.push(...(await transitionLines(trip, customer)));
    const card = internalCard('answer', customer.id, {
      heading: internal`${customer.name}`,
      body: body.length > 0 ? body : [internal`Nothing is underway.`],
      facts: [
        { label: 'Open pages', text: await pagesText(trip, customer) },
        { label: 'We owe them', text: await owedText(trip, customer) },
        { label: 'Last facts', text: await factsText(trip, customer) },
      ],
    });
    return [{ ...note(customer.id), card }];
  });
}

async function transitionLines({ tx, now }: Trip, customer: Customer): Promise<Text<'internal'>[]> {
  const lines: Text<'internal'>[] = [];
  for (const transition of await findCurrentTransitions(tx, customer.id, now)) {
    const { confidence, reasons } = await assessConfidence({ tx, now }, transition.id);
    const why = reasons.length > 0 ? ` ${reasons.slice(0, 3).join(' ')}` : '';
    lines.push(
      internal`${transition.name}: ${transition.phase} since ${time(transition.phaseSince)}. Confidence ${confidence.toFixed(2)}.${why}`,
    );
  }
  return lines;
}

async function pagesText({ tx }: Trip, customer: Customer): Promise<Text<'internal'>> {
  const page = await tx.page.findFirst({
    where: { customerId: customer.id, state: { not: 'resolved' } },
    orderBy: { raisedAt: 'desc' },
  });
  if (!page) return internal`none`;
  return internal`⚠️ since ${time(page.raisedAt)}: ${cutWords(page.reason, 200)}`;
}

async function owedText({ tx }: Trip, customer: Customer): Promise<Text<'internal'>> {
  const promises = await listOpenPromises(tx, customer.id, 'internal');
  if (promises.length === 0) return internal`nothing open`;
  return joinLines(promises.map(one => internal`${one.text}, by ${time(one.promisedFor)}`));
}

async function factsText({ tx }: Trip, customer: Customer): Promise<Text<'internal'>> {
  const events = await listEvents(tx, customer.id, { limit: 5 });
  if (events.length === 0) return internal`none yet`;
  return joinLines(events.map(event => internal`${time(event.at)} ${cutWords(event.text, 160)}`));
}

function joinLines(lines: readonly Text<'internal'>[]): Text<'internal'> {
  const [first, ...others] = lines;
  return others.reduce((all, line) => internal`${all} · ${line}`, first ?? internal``);
}
