import type { ContactMethod } from '../customers/person.ts';
import { internal } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { minute } from '../shared/time.ts';
import { codePolicy } from './code.ts';

const minutes = codePolicy.validFor / minute;

/** A test of one way, with the code that proves who reads there. In a call it is read digit by digit, and twice. */
export function codeCard(via: ContactMethod, code: string): Card<'internal'> {
  const digits = [...code].join(', ');
  const body =
    via === 'voice'
      ? [
          internal`This is Handrail, with the test you asked for. Nothing is wrong. Your code is: ${digits}.`,
          internal`Once more: ${digits}. Type verify and these digits to Handrail in chat. Goodbye.`,
        ]
      : [
          internal`This is the test you asked for. Nothing is wrong. Your code is ${code}. Type "verify ${code}" to Handrail in chat within ${String(minutes)} minutes.`,
        ];
  return internalCard('answer', null, { body });
}
