import { internal, type Text, time, writtenSpans } from '../../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../../delivery/card.ts';
import { inZone } from '../../shared/time.ts';
import { pageCode } from '../page/page-code.ts';
import { nameIn, type PageView, pageOutlookOf } from './page-view.ts';

/** What a text message holds of somebody's words, and what a voice reads of them. */
const longestWords = 240;

export interface OutsideReader {
  readonly personId: string;
  readonly via: string;
  /** How many other pages ring for this person now. */
  readonly others: number;
}

/** A page as a text message or a telephone voice tells it: who, what, and how to answer. */
export function outsideCard(view: PageView, { via, others }: OutsideReader): Card<'internal'> {
  return internalCard('page', view.customer.id, {
    heading: headingOf(view, via),
    body: [raisedLine(view), ...nextLine(view), ...othersLine(others)],
    actions: answersOf(view.page.id),
    foot: via === 'voice' ? keysLine : replyLine(view.page.id),
  });
}

/** What a copy outside chat says once nobody is called any more; it stays the same through everything after that. */
export function settledCard(view: PageView, personId: string): Card<'internal'> {
  const { page, customer } = view;
  const heading = internal`${customer.name}: "${short(page.reason, 60)}"`;
  const body = [settledLine(view, personId)];
  return internalCard('page', customer.id, { heading, body });
}

function settledLine(view: PageView, personId: string): Text<'internal'> {
  const { page } = view;
  const { acknowledgedAt, ownerId, resolvedById, resolvedAt } = page;
  if (acknowledgedAt === null || ownerId === null)
    return internal`Resolved by ${nameIn(view, resolvedById)}, ${time(resolvedAt ?? view.now)}. Nothing for you to do.`;
  if (ownerId === personId) return internal`You have it, since ${time(acknowledgedAt)}.`;
  return internal`${nameIn(view, ownerId)} has it, ${time(acknowledgedAt)}. Nothing for you to do.`;
}

const keysLine = internal`Press 1 to take it, 2 to pass it on, 3 to hear this again.`;

function replyLine(pageId: string): Text<'internal'> {
  const code = pageCode(pageId);
  return internal`Reply ack ${code} to take it, pass ${code} to pass it on.`;
}

function headingOf({ page, customer }: PageView, via: string): Text<'internal'> {
  const reason = short(page.reason, longestWords);
  // What a rule says is a sentence of ours: without a phrase for it nothing of the page is said in another language.
  const words = page.raisedBy === 'rule' ? plain(reason) : internal`${reason}`;
  if (via === 'voice') return internal`This is Handrail. ${customer.name} needs somebody: ${words}`;
  return page.raisedBy === 'customer'
    ? internal`${customer.name}: "${words}"`
    : internal`${customer.name}: ${words}`;
}

function raisedLine(view: PageView): Text<'internal'> {
  const { page, customer } = view;
  const theirs = inZone(page.raisedAt, customer.timeZone).toFormat('HH:mm');
  const by = page.raisedById ? internal`${nameIn(view, page.raisedById)}, ` : internal``;
  const more = page.joined > 0 ? internal`, +${page.joined} more since` : internal``;
  return internal`${by}${theirs} their time, your time ${time(page.raisedAt)}${more}.`;
}

function nextLine(view: PageView): Text<'internal'>[] {
  const next = pageOutlookOf(view);
  const [first] = next?.people ?? [];
  if (!next || first === undefined) return [];
  return [internal`${nameIn(view, first)} is next at ${time(next.at)}.`];
}

function othersLine(others: number): Text<'internal'>[] {
  if (others === 0) return [];
  if (others === 1) return [internal`One more page rings for you.`];
  return [internal`${others} more pages ring for you.`];
}

function answersOf(subject: string): Action[] {
  return [
    { id: 'page.acknowledge', label: 'I have it', subject, style: 'primary' },
    { id: 'page.reassign', label: 'Pass on', subject },
  ];
}

function plain(text: string): Text<'internal'> {
  const spans = writtenSpans(text);
  return { spans: spans.map(span => ('text' in span ? { kind: 'text', text: span.text } : span)) };
}

function short(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // Half an instant is nobody's clock.
  const whole = line.slice(0, most - 3).replace(/⟨[^⟩]*$/, '');
  return `${whole.trimEnd()}...`;
}
