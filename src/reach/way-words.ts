import type { Contact } from '../customers/person.ts';
import { type Audience, internal, type Text, time } from '../delivery/audience.ts';
import { mediumName } from '../delivery/medium-name.ts';
import { maskedAddress } from './code.ts';
import type { OwnWay } from './load-own-ways.ts';

/** "text message to …0101": one way as its owner reads it. */
export function wayName({ via, to }: Pick<Contact, 'via' | 'to'>): string {
  const masked = maskedAddress({ via, to });
  return masked ? `${mediumName(via)} to ${masked}` : mediumName(via);
}

/** How one way stands: whether it is confirmed and connected, and what became of the last message by it. */
export function wayText({ contact, isConfirmed, isConnected, last }: OwnWay): Text<Audience> {
  const state = !isConnected ? 'not connected here' : isConfirmed ? 'confirmed' : 'not confirmed';
  const name = wayName(contact);
  if (!last) return internal`• ${name}: ${state}. Nothing has gone out by it yet.`;
  return internal`• ${name}: ${state}. Last message ${time(last.at)}: ${last.outcome}.`;
}
