import type { Customer } from '../../../customers/customer.ts';
import type { Page } from '../../../paging/page/page.ts';
import type { Phase } from '../../../transitions/transition.ts';
import type { Conversation, SeatName, Sitter } from './seat.ts';
import type { Strip } from './strip.ts';

/** What suggestions depend on. */
export interface SuggestionScene {
  readonly customer: Customer;
  readonly strip: Strip | null;
  readonly openPage: Page | null;
}

interface Speaker {
  readonly seat: SeatName;
  readonly sitter: Sitter;
  readonly kind: Conversation['kind'];
}

/** Things one might say next in this seat and conversation, most useful first. */
export function suggestionsFor(
  { seat, sitter, kind }: Speaker,
  occasion: SuggestionScene,
): string[] {
  const { customer, openPage } = occasion;
  if (seat === 'customer') return customerWords[occasion.strip?.transition.phase ?? 'preparing'];
  if (kind === 'shared') return ["I'm here and looking at it.", "what's happening now?"];
  const page = openPage ? pageWords(openPage, sitter) : [];
  const { id } = customer;
  if (seat === 'manager')
    return [...page, 'portfolio', `cadence ${id} daily`, `why ${id}`, `audit ${id}`, 'help'];
  return [
    ...page,
    ...stepWords(occasion),
    `brief ${id}`,
    `publish ${id}: All as planned so far.`,
    `log ${id}: Told the night shift.`,
    'on-call',
    'help',
  ];
}

const customerWords: Readonly<Record<Phase, string[]>> = {
  preparing: ["what's next?", 'who is on call tonight?', "I'm a bit nervous about tonight", 'page'],
  live: ["what's happening now?", "what's next?", 'page', "I'm worried about the totals"],
  settling: [
    "what's happening now?",
    'what happened overnight?',
    'nobody can post anything',
    'every morning please',
    'thank you, you can stop calling',
  ],
  steady: ["what's happening now?", 'less often please', 'thank you, you can stop calling', 'page'],
  graduated: ["what's happening now?", 'page'],
};

function pageWords({ ownerId }: Page, sitter: Sitter): string[] {
  if (ownerId === null) return ['ack'];
  if (ownerId !== sitter.id) return [];
  return [
    'update Looking at the posting queue.',
    'resolve The queue was full and is moving again.',
  ];
}

function stepWords({ customer, strip }: SuggestionScene): string[] {
  const step = strip?.milestones.find(({ state }) => state === 'underway' || state === 'late');
  const next = step ?? strip?.milestones.find(({ state }) => state === 'planned');
  if (!next) return [];
  const became = next.state === 'underway' || next.startedAt ? 'done' : 'underway';
  return [`milestone ${customer.id} ${next.key} ${became}`];
}
