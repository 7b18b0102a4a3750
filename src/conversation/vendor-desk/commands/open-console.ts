import { internal } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { findPublicUrl } from '../../../shifts/find-public-url.ts';
import { linkCard, linkKey } from '../../../sign-in/link-card.ts';
import { offerSignIn } from '../../../sign-in/offer-sign-in.ts';
import { signOutEverywhere } from '../../../sign-in/sign-out-everywhere.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `console`: a link that signs the speaker in to the console, once; `console off` signs them out in every browser. */
export async function openConsole(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said, turn } = command;
  if (/^(?:off|out|close)\b/i.test(said)) {
    const count = await signOutEverywhere(trip, actor.id);
    return [
      privateNote(
        count === 0
          ? internal`You were signed in nowhere. A link you may still have is worth nothing now.`
          : internal`Done: you are signed out in every browser.`,
      ),
    ];
  }
  const base = await findPublicUrl(trip.tx);
  const { address, hash, until } = await offerSignIn(trip, { personId: actor.id, base });
  const link = { card: linkCard(address, until), to: { personId: actor.id }, key: linkKey(hash) };
  const isAlone = turn.seat.kind === 'direct';
  return isAlone
    ? [link]
    : [link, privateNote(internal`I have sent the link to you, where nobody else reads it.`)];
}
