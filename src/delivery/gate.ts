import type { z } from 'zod';
import type { Audience } from './audience.ts';
import type { destinationRow } from './message-row.ts';

/** A destination as it stands at the moment of sending. */
export type Destination =
  | {
      readonly kind: 'place';
      readonly audience: string;
      readonly customerId: string | null;
      readonly parkedReason: string | null;
      /** Companies outside the vendor that read it now. */
      readonly outside: readonly string[];
    }
  | {
      readonly kind: 'person';
      readonly side: string;
      readonly customerId: string | null;
      /** The customers a partner's person works for. */
      readonly partnerOf: readonly string[];
      readonly active: boolean;
    }
  | {
      readonly kind: 'webhook';
      readonly audience: string;
      /** Empty: it may hear of all of them. */
      readonly customers: readonly string[];
    }
  | { readonly kind: 'gone' };

/** The destination in a row that was read with a message; `gone` when there is none. */
export function destinationOf({
  place,
  person,
  webhook,
}: Pick<z.infer<typeof destinationRow>, 'place' | 'person' | 'webhook'>): Destination {
  if (webhook) return { kind: 'webhook', ...webhook };
  if (place) return { kind: 'place', ...place };
  return person ? { kind: 'person', ...person } : { kind: 'gone' };
}

export interface Letter {
  readonly audience: Audience;
  readonly customerId: string | null;
}

export type GateVerdict =
  | { readonly pass: true }
  | { readonly pass: false; readonly reason: string };

const pass: GateVerdict = { pass: true };
const stop = (reason: string): GateVerdict => ({ pass: false, reason });

/** The send gate: may this message go there, as things are right now? Anything unclear stays here. */
export function gate(letter: Letter, destination: Destination): GateVerdict {
  switch (destination.kind) {
    case 'gone':
      return stop('Where it was to go no longer exists.');
    case 'place':
      return gatePlace(letter, destination);
    case 'person':
      return gatePerson(letter, destination);
    case 'webhook':
      return gateWebhook(letter, destination);
  }
}

function gatePlace(letter: Letter, place: Extract<Destination, { kind: 'place' }>): GateVerdict {
  if (place.parkedReason) return stop(`The place is parked: ${place.parkedReason}`);
  if (letter.customerId !== null && place.customerId !== letter.customerId) {
    return stop('The place is not bound to the customer this message is about.');
  }
  if (place.audience === 'internal' && place.outside.length > 0) {
    return stop('Somebody outside the vendor reads this internal place.');
  }
  if (place.audience !== 'internal' && letter.audience !== 'shared') {
    return stop('An internal message does not go into a place that a customer reads.');
  }
  return pass;
}

function gatePerson(letter: Letter, person: Extract<Destination, { kind: 'person' }>): GateVerdict {
  if (!person.active) return stop('The person is no longer active.');
  if (person.side === 'vendor') return pass;
  if (letter.audience !== 'shared')
    return stop('An internal message does not go to a person outside the vendor.');
  if (letter.customerId !== null && !isOf(person, letter.customerId)) {
    return stop('The person does not belong to the customer this message is about.');
  }
  return pass;
}

/** A customer's own person, or a partner's who works for it. */
function isOf(
  { side, customerId, partnerOf }: Extract<Destination, { kind: 'person' }>,
  about: string,
): boolean {
  return side === 'partner' ? partnerOf.includes(about) : customerId === about;
}

function gateWebhook(
  { audience, customerId }: Letter,
  webhook: Extract<Destination, { kind: 'webhook' }>,
): GateVerdict {
  if (audience !== 'shared' && webhook.audience !== 'internal')
    return stop('The system is told only what customers may read.');
  const { customers } = webhook;
  if (customers.length > 0 && !(customerId !== null && customers.includes(customerId)))
    return stop('The system is told nothing of this customer any more.');
  return pass;
}
