import { internal } from '../../../delivery/audience.ts';
import { loadOwnWays } from '../../../reach/load-own-ways.ts';
import { sendCodes } from '../../../reach/send-codes.ts';
import { wayName, wayText } from '../../../reach/way-words.ts';
import type { Trip } from '../../../shared/database.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { meantWays } from '../../words/medium-words.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `test my phone`: a code to each of one's own numbers and mailboxes, and what became of the last message to each. */
export async function test(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said } = command;
  const ways = await loadOwnWays(trip, actor);
  if (ways.length === 0)
    return [
      privateNote(
        internal`You are reached by chat alone: no number or mailbox of yours is written down. "push" lets this phone ring for pages; whoever looks after the setup can add numbers.`,
      ),
    ];
  const meant = meantWays(said, ways);
  const tested = meant.filter(one => one.isConnected && one.contact.via !== 'push');
  const contacts = tested.map(({ contact }) => contact);
  const held = await sendCodes(trip, actor, contacts);
  const sent = contacts.filter(one => !held.includes(one)).map(wayName);
  const told =
    sent.length > 0
      ? internal`A code is on its way: ${sent.join(', ')}. Type "verify" and the code here, one for each.`
      : internal`No code goes out just now${held.length > 0 ? ': one just did. Try again in a minute' : ''}.`;
  return [privateNote(told, ...ways.map(wayText))];
}
