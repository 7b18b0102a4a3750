import type { Trip } from '../shared/database.ts';
import { type Turn, voiceOf } from './arrival/turn.ts';
import type { Utterance } from './arrival/utterance.ts';
import { answerScore } from './customer-desk/answer-score.ts';
import { respondToCustomer } from './customer-desk/respond-to-customer.ts';
import { hushThread } from './hush-thread.ts';
import { respondToPartner } from './partner-desk/respond-to-partner.ts';
import { answerOutcome } from './presses/answer-outcome.ts';
import { answerPlainly } from './presses/answer-plainly.ts';
import type { Reply } from './replies/reply.ts';
import { respondToVendor } from './vendor-desk/respond-to-vendor.ts';
import { readHush } from './words/hush-words.ts';

/**
 * What there is to say to these words. First they are read against what we asked: a bare answer, or a sentence,
 * presses the button it stands for. Everything else goes to a desk: the vendor's people command, everybody else is served.
 */
export async function respond(trip: Trip, turn: Turn, utterance: Utterance): Promise<Reply[]> {
  const hush = turn.isAddressed ? readHush(utterance.text) : null;
  const hushed = hush && (await hushThread(trip, turn, hush));
  if (hushed) return hushed;
  const scored = await answerScore(trip, turn, utterance.text);
  if (scored) return scored;
  const answered =
    (await answerPlainly(trip, turn, { text: utterance.text, respond })) ??
    (await answerOutcome(trip, turn, { utterance, respond }));
  if (answered) return answered;
  switch (voiceOf(turn)) {
    case 'vendor':
      return respondToVendor(trip, turn, utterance);
    case 'partner':
      return respondToPartner(trip, turn, utterance);
    case 'customer':
      return respondToCustomer(trip, turn, utterance);
  }
}
