import type { Trip } from '../shared/database.ts';
import { type Occasion, voiceOf } from './arrival/occasion.ts';
import type { Utterance } from './arrival/utterance.ts';
import { respondToCustomer } from './customer-desk/respond-to-customer.ts';
import { answerPlainly } from './presses/answer-plainly.ts';
import type { Reply } from './replies/reply.ts';
import { respondToVendor } from './vendor-desk/respond-to-vendor.ts';

/**
 * What there is to say to these words. A bare answer presses the button it stands for; everything else goes to
 * a desk: the vendor's people command, everybody else is served.
 */
export async function respond(
  trip: Trip,
  occasion: Occasion,
  utterance: Utterance,
): Promise<Reply[]> {
  const pressed = await answerPlainly(trip, occasion, { text: utterance.text, respond });
  if (pressed) return pressed;
  return voiceOf(occasion) === 'vendor'
    ? respondToVendor(trip, occasion, utterance)
    : respondToCustomer(trip, occasion, utterance);
}
