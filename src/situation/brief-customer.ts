import { assessConfidence } from '../confidence/assess-confidence.ts';
import { confidenceOpening } from '../confidence/words.ts';
import type { Customer } from '../customers/customer.ts';
import { getCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { type Audience, internal, type Text, time } from '../delivery/audience.ts';
import { type Card, type Fact, internalCard } from '../delivery/card.ts';
import { sentence } from '../delivery/fact-words.ts';
import { unresolved } from '../paging/page/page-state.ts';
import { listOpenPromises } from '../promises/list-open-promises.ts';
import type { Trip } from '../shared/database.ts';
import type { TimelineEvent } from '../timeline/event.ts';
import { listEvents } from '../timeline/list-events.ts';
import { findCurrentTransitions } from '../transitions/find-transition.ts';
import { getSituation } from './get-situation.ts';
import { isTelling, type Situation } from './situation.ts';
import { dutyText } from './situation-card.ts';
import { goneFrom } from './stale-brief.ts';
import { nowText } from './view-text.ts';

type Line = Fact<Audience>;

const factsShown = 6;
const factsRead = 40;

/** Everything a colleague needs to help this customer well, on one screen. For vendor eyes only. */
export async function briefCustomer(trip: Trip, customerId: string): Promise<Card<'internal'>> {
  const customer = await getCustomer(trip.tx, customerId);
  const situation = await getSituation(trip, customerId);
  return internalCard('answer', customerId, {
    heading: internal`${customer.name}`,
    body: customer.brief === '' ? [] : [internal`${customer.brief}`],
    facts: [
      ...(await staleLines(trip, customer)),
      await peopleLine(trip, customer, situation),
      ...(await standingLines(trip, customerId)),
      ...(await pageLines(trip, customerId)),
      ...situation.views.map(view => ({ label: 'Now', text: nowText(view, 'last-known') })),
      await owedLine(trip, customerId),
      await factsLine(trip, customerId),
    ],
  });
}

async function peopleLine({ tx }: Trip, customer: Customer, { duty }: Situation): Promise<Line> {
  const leader = await findPerson(tx, customer.leaderId);
  const members = await tx.person.findMany({
    where: { id: { in: [...customer.memberIds] } },
    select: { name: true },
    take: 5,
  });
  const theirs = [leader ? `${leader.name} (leads)` : null, ...members.map(({ name }) => name)];
  const names = theirs.filter(name => name !== null).join(', ');
  const ours = dutyText(duty) ?? internal`nobody is set`;
  return {
    label: 'Who',
    text: internal`${names === '' ? 'No contact set' : names}. With them: ${ours}`,
  };
}

/** What the brief says of people who are not there any more, so that nobody asks for them. */
async function staleLines({ tx }: Trip, { id, brief }: Customer): Promise<Line[]> {
  if (brief === '') return [];
  const people = await tx.person.findMany({
    where: { OR: [{ side: 'vendor' }, { customerId: id }] },
    select: { id: true, name: true, active: true },
  });
  const known = people.map(({ active, ...one }) => ({ ...one, isGone: !active }));
  const gone = goneFrom(brief, known);
  if (gone.length === 0) return [];
  return [
    {
      label: '⚠️ Out of date',
      text: internal`The brief speaks of ${gone.join(', ')}, who left. Who is there stands below.`,
    },
  ];
}

async function standingLines(trip: Trip, customerId: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const transition of await findCurrentTransitions(trip.tx, customerId, trip.now)) {
    const { confidence, reasons } = await assessConfidence(trip, transition.id);
    const held = transition.heldReason ? ` Held: ${transition.heldReason}` : '';
    const why = reasons.slice(0, 4).join(', ');
    lines.push({
      label: transition.name,
      text: internal`${transition.phase} since ${time(transition.phaseSince)}. ${confidenceOpening(confidence)}: ${why}.${held}`,
    });
  }
  return lines;
}

async function pageLines({ tx }: Trip, customerId: string): Promise<Line[]> {
  const pages = await tx.page.findMany({
    where: { customerId, ...unresolved },
    orderBy: { raisedAt: 'asc' },
    take: 3,
  });
  const lines: Line[] = [];
  for (const page of pages) {
    const owner = await findPerson(tx, page.ownerId);
    const has = owner ? internal`${owner.name} has it` : internal`nobody has it yet`;
    lines.push({
      label: '⚠️ Open page',
      text: internal`“${page.reason}”, since ${time(page.raisedAt)}; ${has}.`,
    });
  }
  return lines;
}

async function owedLine({ tx, now }: Trip, customerId: string): Promise<Line> {
  const promises = await listOpenPromises(tx, customerId, 'internal');
  const texts = promises.map(({ text, promisedFor }) =>
    promisedFor < now
      ? internal`⚠️ ${text}, overdue since ${time(promisedFor)}`
      : internal`${text}, by ${time(promisedFor)}`,
  );
  return { label: 'We owe them', text: listed(texts) ?? internal`Nothing open.` };
}

async function factsLine(trip: Trip, customerId: string): Promise<Line> {
  const events = await listEvents(trip, customerId, { until: trip.now, limit: factsRead });
  const texts = events.filter(isBriefed).slice(0, factsShown).map(briefFact);
  return { label: 'Last facts', text: listed(texts) ?? internal`None yet.` };
}

/** What tells a colleague something: news, and what the customer said. */
function isBriefed(event: TimelineEvent): boolean {
  return isTelling(event) || event.kind === 'check-in.answered' || event.kind === 'feedback';
}

function briefFact(event: TimelineEvent): Text<'internal'> {
  const mark = event.visibility === 'internal' ? ' (internal)' : '';
  return internal`${time(event.at)} ${sentence(event.text)}${mark}`;
}

function listed(texts: readonly Text<'internal'>[]): Text<'internal'> | null {
  const [first, ...rest] = texts;
  return first ? rest.reduce((all, one) => internal`${all} · ${one}`, first) : null;
}
