import { internal } from '../../delivery/audience.ts';
import { acknowledgeDrill } from '../../drills/acknowledge-drill.ts';
import type { RingingDrill } from '../../drills/find-ringing-drill.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../replies/reply.ts';

/** Somebody says in chat that they have a drill. */
export async function answerDrill(
  trip: Trip,
  { drillId, customerId }: RingingDrill,
  personId: string,
): Promise<Reply> {
  const outcome = await acknowledgeDrill(trip, { drillId, personId, via: 'chat' });
  switch (outcome) {
    case 'answered':
      return note(
        customerId,
        internal`Thank you. It was a drill: nothing is wrong, and nothing more is to be done.`,
      );
    case 'already':
      return note(customerId, internal`You have answered this drill already.`);
    case 'over':
      return note(customerId, internal`That drill is over.`);
  }
}
