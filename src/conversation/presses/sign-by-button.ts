import { internal } from '../../delivery/audience.ts';
import { signDrill } from '../../drills/sign-drill.ts';
import type { Trip } from '../../shared/database.ts';
import { note, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** The manager signs what a drill has shown; its card says so. */
export async function signByButton(
  trip: Trip,
  { turn, subject, customerId }: CheckedPress,
): Promise<Reply[]> {
  const outcome = await signDrill(trip, { drillId: subject, byId: turn.actor?.id ?? '' });
  switch (outcome) {
    case 'signed':
      return [];
    case 'already':
      return [note(customerId, internal`It is signed already.`)];
    case 'running':
      return [
        note(customerId, internal`The drill is still running; it can be signed when it is over.`),
      ];
    case 'void':
      return [note(customerId, internal`Something has changed since; run the drill again.`)];
  }
}
