import { confidenceWords } from '../confidence/words.ts';
import { internal, type Text, time } from '../delivery/audience.ts';
import { ageText } from '../delivery/plain-text.ts';
import { unreachable } from '../shared/errors.ts';
import { type HoldReason, isWeighty } from './hold.ts';
import type { Account } from './load-accounts.ts';

/** Whether they may be called now, and why not: facts of ours, never what somebody said. */
export function verdictTexts(
  { customerId, customerName, scene }: Account,
  reasons: readonly HoldReason[],
): Text<'internal'>[] {
  const { confidence } = scene;
  if (reasons.length > 0 && !reasons.some(isWeighty))
    return [internal`Not right now. ${customerName}: ${reasonsText(reasons)}.`];
  if (reasons.length > 0)
    return [
      internal`Not now, please. ${customerName}: ${reasonsText(reasons)}.`,
      internal`Better no selling conversation before that is over; I'll tell you when.`,
    ];
  const mood =
    confidence === null ? internal`` : internal` They are ${confidenceWords(confidence)}.`;
  return [
    internal`Yes. Nothing speaks against calling ${customerName} now.${mood}`,
    internal`Once you have spoken: "sales ${customerId} called".`,
  ];
}

/** One account in a list: free, or what holds it back. */
export function accountLine(
  { customerName }: Account,
  reasons: readonly HoldReason[],
): Text<'internal'> {
  return reasons.length === 0
    ? internal`${customerName}: free to call.`
    : internal`${customerName}: please wait; ${reasonsText(reasons)}.`;
}

/** What holds a call back, as one piece of a sentence. */
export function reasonsText(reasons: readonly HoldReason[]): Text<'internal'> {
  const [first, ...rest] = reasons.map(reasonText);
  if (!first) return internal`nothing holds it back`;
  return rest.reduce((all, one) => internal`${all}; ${one}`, first);
}

/** The words of a task that asks sales for a conversation; `spokeAt` is when they last spoke, as far as we were told. */
export function promptWords({ scene }: Account, spokeAt: Date | null, now: Date): string {
  const begin =
    spokeAt === null
      ? 'A conversation from sales is due, the first I know of'
      : `Sales last spoke with them ${ageText(spokeAt, now)}`;
  return `${begin}: ${changeWords(scene)}, and no page, worry or late step is open. Close this once you have spoken.`;
}

function changeWords({ change, confidence }: Account['scene']): string {
  if (confidence !== null) return `they are ${confidenceWords(confidence)}`;
  switch (change) {
    case 'under-way':
      return 'a change is under way';
    case 'planned':
      return 'a change is planned that has not begun';
    case null:
      return 'no change is under way or planned';
    default:
      return unreachable(change);
  }
}

function reasonText(reason: HoldReason): Text<'internal'> {
  switch (reason.kind) {
    case 'page':
      return internal`a page is open since ${time(reason.since)}`;
    case 'window':
      return internal`their window is open until ${time(reason.until)}`;
    case 'worry':
      return internal`a worry of theirs is open since ${time(reason.since)}`;
    case 'late':
      return internal`a step that was due ${time(reason.since)} is late`;
    case 'peace':
      return internal`they asked to be left in peace`;
    case 'paused':
      return internal`check-ins are paused until ${time(reason.until)}`;
    case 'silence':
      return internal`they have not answered since ${time(reason.since)}`;
    case 'dissatisfied':
      return internal`they were not satisfied on ${time(reason.at, 'day')}`;
    case 'uneasy':
      return internal`they are ${confidenceWords(reason.confidence)}`;
    case 'budget':
      return internal`they already had a message from us today`;
    case 'hours':
      return internal`they are at work again ${time(reason.until)}`;
    default:
      return unreachable(reason);
  }
}
