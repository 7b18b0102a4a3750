import type { Trip } from '../shared/database.ts';
import type { Intent } from '../understanding/intent.ts';
import type { Opinion } from '../understanding/second-opinion.ts';
import { type Occasion, voiceOf } from './occasion.ts';
import type { Reply } from './reply.ts';
import { respondToCustomer } from './respond-to-customer.ts';
import { respondToVendor } from './respond-to-vendor.ts';

/** Words somebody said; `intent` is set when we know what they mean because they picked it. */
export interface Words {
  readonly text: string;
  readonly intent: Intent | null;
  /** What a language model took it for, when one was asked. */
  readonly opinion?: Opinion | null;
  /** The id of what they were asked about. */
  readonly about?: string;
}

/** What there is to say to these words: the vendor's people command, everybody else is served. */
export async function respond(trip: Trip, occasion: Occasion, words: Words): Promise<Reply[]> {
  return voiceOf(occasion) === 'vendor'
    ? respondToVendor(trip, occasion, words)
    : respondToCustomer(trip, occasion, words);
}
