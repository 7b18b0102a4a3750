import { internal, type Text } from '../../delivery/audience.ts';
import type { Decided } from '../../requests/decide-request.ts';
import type { Act } from '../../requests/decision.ts';
import type { RequestState } from '../../requests/service-request.ts';
import { moneyText } from '../../shared/money.ts';

const stands: Readonly<Record<RequestState, string>> = {
  waiting: 'waits for review',
  queried: 'was asked about',
  approved: 'is approved',
  waived: 'is approved without charge',
};

const done: Readonly<Record<Act['kind'], string>> = {
  approve: 'Approved',
  'approve-in-full': 'Approved in full',
  waive: 'Approved without charge',
  query: 'Asked about, of whoever did it',
  answer: 'Answered, and before its reviewer again',
  correct: 'Corrected, and before its reviewer again; what was sent is kept',
  reopen: 'Open for review again',
};

/** What came of an act on a request, for whoever did it. */
export function decidedText(
  decided: Decided,
  externalId: string,
  act: Act['kind'],
): Text<'internal'> {
  switch (decided.kind) {
    case 'done': {
      const { amountMinor, currency } = decided.request;
      const isPriced = amountMinor !== null && currency !== null && act.startsWith('approve');
      const price = isPriced ? internal` at ${moneyText(amountMinor, currency)}` : internal``;
      return internal`${done[act]}${price}: ${externalId}.`;
    }
    case 'exported':
      return internal`${externalId} was handed over for billing and changes no more. Credit it there, or send what is to be added as a request of its own.`;
    case 'no-price':
      return internal`No price can be told for ${externalId}. Give it its role or amount first: "correct ${externalId} role technician because …".`;
    case 'impossible':
      return internal`${externalId} ${stands[decided.from]}, so that is not possible.`;
  }
}
