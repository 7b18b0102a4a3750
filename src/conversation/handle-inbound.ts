import { takeHookCall } from '../hooks/take-hook-call.ts';
import { hearCarrier } from '../paging/chase/hear-carrier.ts';
import type { Trip } from '../shared/database.ts';
import { unreachable } from '../shared/errors.ts';
import type { Opinion } from '../understanding/second-opinion.ts';
import { fetchForParked } from './arrival/fetch-for-parked.ts';
import { findSaidLateAt } from './arrival/find-said-late-at.ts';
import { findTurn } from './arrival/find-turn.ts';
import { type Inbound, tidyWords } from './arrival/inbound.ts';
import type { Incoming } from './arrival/incoming.ts';
import { isHeardAnew } from './arrival/is-heard-anew.ts';
import { notifyUnbound } from './arrival/notify-unbound.ts';
import { ownWords } from './arrival/own-words.ts';
import { sayNotSetUp } from './arrival/say-not-set-up.ts';
import type { Turn } from './arrival/turn.ts';
import { softenWords } from './customer-desk/soften-words.ts';
import { hearLate } from './hear-late.ts';
import { takeAnswer } from './outside/take-answer.ts';
import { updatePlace } from './places/update-place.ts';
import { pressButton } from './presses/press-button.ts';
import type { Reply } from './replies/reply.ts';
import { sendReplies } from './replies/send-replies.ts';
import { respond } from './respond.ts';
import { takeSign } from './take-sign.ts';
import { giveCommand } from './vendor-desk/give-command.ts';

/** One thing that came in becomes one change and its answers, all in this trip. */
export async function handleInbound(
  trip: Trip,
  incoming: Incoming,
  opinion: Opinion | null,
): Promise<void> {
  if ('notice' in incoming) await updatePlace(trip, incoming);
  else if ('report' in incoming) await hearCarrier(trip, incoming.report);
  else if ('answer' in incoming) await takeAnswer(trip, incoming);
  else if ('hook' in incoming) await takeHookCall(trip, incoming);
  else await handle(trip, incoming, opinion);
}

async function handle(trip: Trip, inbound: Inbound, opinion: Opinion | null): Promise<void> {
  if (inbound.edited && !(await isHeardAnew(trip, inbound))) return;
  const found = await findTurn(trip, inbound);
  switch (found.kind) {
    case 'stranger':
      return;
    case 'not-set-up':
      if (found.place?.parkedReason) await fetchForParked(trip, inbound, found.place);
      if (inbound.quietly || inbound.said.kind === 'command') await notifyUnbound(trip, inbound);
      else if (inbound.addressed || inbound.said.kind === 'press')
        await sayNotSetUp(trip, inbound, found.place);
      return;
    case 'turn':
      await sendReplies(trip, found.turn, await decide(trip, found.turn, { inbound, opinion }));
      return;
    default:
      unreachable(found);
  }
}

async function decide(
  trip: Trip,
  turn: Turn,
  { inbound, opinion }: { inbound: Inbound; opinion: Opinion | null },
): Promise<Reply[]> {
  const { said: came } = inbound;
  if (came.kind === 'press') return pressButton(trip, turn, { press: came, respond });
  if (came.kind === 'sign') return takeSign(trip, turn, { ...inbound, said: came });
  if (came.kind === 'command') return giveCommand(trip, turn, { given: came, where: inbound.in });
  const text = tidyWords(ownWords(came.text));
  if (text === '') return [];
  const saidAt = await findSaidLateAt(trip, inbound);
  const said = await softenWords(trip, turn, text);
  const late = saidAt && (await hearLate(trip, turn, { text: said.text, saidAt }));
  return late ?? respond(trip, turn, { ...said, opinion });
}
