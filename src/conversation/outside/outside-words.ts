import { internal, type Text } from '../../delivery/audience.ts';
import { listedNames } from '../../delivery/listed.ts';
import type { Acknowledged } from '../../paging/acknowledge-page.ts';
import type { Reassigned } from '../../paging/reassign-page.ts';
import { unreachable } from '../../shared/errors.ts';
import type { RingingPage } from './find-ringing-pages.ts';

/** What is said back to whoever took a page by text message or key. */
export function takenText(outcome: Acknowledged, customerName: string): Text<'internal'> {
  switch (outcome) {
    case 'acknowledged':
      return internal`It's yours: ${customerName}. Nobody else is called.`;
    case 'yours':
      return internal`You have it already: ${customerName}.`;
    case 'already':
      return internal`A colleague has ${customerName} already. Nothing for you to do.`;
    case 'resolved':
      return internal`${customerName}'s page is resolved. Nothing for you to do.`;
    default:
      return unreachable(outcome);
  }
}

/** What is said back to whoever passed a page on; `names` are those called now. */
export function passedOnText(
  outcome: Reassigned,
  customerName: string,
  names: readonly string[],
): Text<'internal'> {
  if (outcome === 'resolved') return takenText('resolved', customerName);
  if (outcome === 'not-yours') return takenText('already', customerName);
  if (names.length === 0)
    return internal`Passed on: ${customerName}. Nobody else can be called right now, and I go on trying.`;
  const called = listedNames(names);
  if (names.length > 1) return internal`Passed on: ${customerName}. ${called} are called now.`;
  return internal`Passed on: ${customerName}. ${called} is called now.`;
}

/** Several pages ring under one number, and the reply says not which. */
export function whichText(pages: readonly RingingPage[]): Text<'internal'> {
  const names = pages.map(({ customerName, code }) => `${customerName} ${code}`);
  return internal`${listedNames(names)} ring for you. Reply ack or pass and the number, such as ack ${pages[0]?.code ?? ''}.`;
}

export const nothingRings = internal`Nothing rings for you right now.`;

/** For whoever answered a drill. */
export const drillTaken = internal`Thank you. It was a drill: nothing is wrong, and nothing more is to be done.`;

/** What is not understood stops no calling. */
export function stillRingsText({ customerName, code }: RingingPage): Text<'internal'> {
  return internal`It still rings for you: ${customerName}. Reply ack ${code} to take it, pass ${code} to pass it on.`;
}

/** For the person themselves and their manager: somebody is out of reach by text message until they say START. */
export function stoppedText(name: string, reader: 'themselves' | 'manager'): Text<'internal'> {
  return reader === 'themselves'
    ? internal`⚠️ You replied STOP to our number, so no text message of ours reaches you any more, pages neither. Reply START to it to be reached again.`
    : internal`⚠️ ${name} replied STOP to our number: no text message reaches them until they reply START. Pages go on to their other ways.`;
}
