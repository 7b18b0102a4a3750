import { recordCustomerWords } from '../../check-ins/answers/record-customer-words.ts';
import type { Trip } from '../../shared/database.ts';
import type { Act } from '../../understanding/acts/act.ts';
import { says } from '../../understanding/speech/say.ts';
import { speechOf } from '../../understanding/speech/speech.ts';
import { grievanceIn } from '../words/grievance.ts';
import { isContentStop } from '../words/wish-words.ts';
import type { Ask } from './answers/ask.ts';
import { hearVoice } from './hear-voice.ts';

const tones = {
  worried: 'worried',
  complaint: 'complaint',
  thanks: 'thanks',
  resolved: 'resolved',
} as const;

type Tone = (typeof tones)[keyof typeof tones] | 'neutral';

/** The mood in these words; plain words have none, and what only sounds like thanks is not carried as such. */
function toneOf({ text, act, understanding: { intent } }: Ask): Tone {
  const tone = Object.entries(tones).find(([known]) => known === intent)?.[1] ?? 'neutral';
  if (tone !== 'thanks' || act === null || thankful.includes(act.act)) return tone;
  return says(speechOf(text), ['thanks', 'good']) ? tone : 'neutral';
}

const thankful: readonly Act[] = ['thanks', 'good'];

/**
 * Whatever a customer says is heard: it ends a silence, moves confidence, and worry, complaint and thanks
 * are told to the advocate.
 */
export async function recordContact(trip: Trip, ask: Ask): Promise<void> {
  const { customer, turn, person, text, understanding } = ask;
  const isEnd = isContentStop(text) && understanding.intent === 'stop';
  await recordCustomerWords(trip, {
    customerId: customer.id,
    personId: person?.id ?? null,
    tone: isEnd ? 'thanks' : toneOf(ask),
    words: text,
    // The wish that these words are tells the advocate, in the same words.
    ...(isEnd && turn.isAddressed && person ? { isTold: true } : {}),
  });
  const kind = grievanceIn(text, understanding);
  if (kind) await hearVoice(trip, ask, kind);
}
