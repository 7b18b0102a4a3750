import type { AdaptiveCardInvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { homeView, type Inbound } from '../../../conversation/arrival/inbound.ts';
import type { Audience } from '../../../delivery/audience.ts';
import { cardFrom } from '../../../delivery/card.ts';
import { findDestination } from '../../../delivery/find-destination.ts';
import { gate } from '../../../delivery/gate.ts';
import { getReaderZone } from '../../../delivery/get-reader-zone.ts';
import { second } from '../../../shared/time.ts';
import { untilHandled } from '../../api/background.ts';
import { receive } from '../../api/receive.ts';
import type { AdaptiveCard } from '../render/adaptive-card.ts';
import { type CardData, pressData } from '../render/card-data.ts';
import { messageActivity } from '../render/message-activity.ts';
import { cardAnswer, wordsAnswer } from './answers.ts';
import { freshId } from './fresh-id.ts';
import { type From, readPerson } from './read-person.ts';
import { loadHomeCard } from './show-home.ts';
import type { TeamsContext } from './teams-context.ts';
import { placeOf, refHere, type TeamsTurn, teamsPlatform } from './teams-turn.ts';

/** What a button of a message says. */
export type CardPress = Extract<CardData, { do: 'press' }>;

const pressed = z.object({ handrail: pressData });

/** A button of ours by its data, from `Action.Execute` or from the `Action.Submit` that stands in for it; null for any other. */
export function pressFrom(data: unknown): CardPress | null {
  return pressed.safeParse(data).data?.handrail ?? null;
}

/**
 * A button was pressed. An invoke is answered with the card as it is once the press has been dealt with; a
 * client that knows no invokes sends a message, is answered null, and sees the card change when it is edited.
 */
export async function handlePress(
  context: TeamsContext,
  turn: TeamsTurn,
  press: CardPress,
): Promise<AdaptiveCardInvokeResponse | null> {
  const from = await readPerson(context, turn);
  if (!from) return null;
  const inbound = await inboundOf(context, turn, { press, from });
  await receive(context, inbound);
  if (turn.activity.type !== 'invoke') return null;
  const isHandled = await isSoonHandled(context, inbound.id);
  const card = isHandled ? await findCard(context, turn, { press, from }) : null;
  return card ? cardAnswer(card) : wordsAnswer('On it.');
}

interface Pressed {
  readonly press: CardPress;
  readonly from: From;
}

async function inboundOf(
  context: TeamsContext,
  turn: TeamsTurn,
  { press, from }: Pressed,
): Promise<Inbound> {
  const { tenant, conversation, root } = turn;
  const { action, subject, nonce, message } = press;
  const id = await freshId(context.ports, 'press', [
    tenant,
    conversation,
    from.user,
    nonce,
    action,
    subject,
  ]);
  return {
    id,
    from,
    in: placeOf(turn),
    addressed: true,
    threadOf: root === null ? null : refHere(turn, root),
    said: { kind: 'press', action, subject, messageId: message },
  };
}

/** Teams waits longer, but whoever pressed does not. */
const patience = 2.3 * second;

/** True as soon as it was dealt with; false when that takes too long. */
export function isSoonHandled(context: TeamsContext, id: string): Promise<boolean> {
  return untilHandled(id, { ...context, milliseconds: patience });
}

async function findCard(
  context: TeamsContext,
  turn: TeamsTurn,
  { press, from }: Pressed,
): Promise<AdaptiveCard | null> {
  if (press.message === homeView) return loadHomeCard(context, from);
  const { replyToId } = turn.activity;
  return replyToId ? findMessageCard(context, press.message, refHere(turn, replyToId)) : null;
}

/**
 * The message as it is now. The button says which one it is, and Teams says on which it was: only when both
 * mean the same is it shown again to those who see it there already, and if they may read it still.
 */
async function findMessageCard(
  { ports }: TeamsContext,
  id: string,
  ref: string,
): Promise<AdaptiveCard | null> {
  const { database, clock, random } = ports;
  return database.trip(async trip => {
    const row = await trip.tx.message.findUnique({ where: { id } });
    if (row?.externalRef !== ref || row.platform !== teamsPlatform) return null;
    const letter = { audience: row.audience as Audience, customerId: row.customerId };
    const { toPlaceId, toPersonId } = row;
    if (!gate(letter, await findDestination(trip.tx, row)).pass) return null;
    const to = toPlaceId ? { placeId: toPlaceId } : { personId: toPersonId ?? '' };
    const outgoing = {
      ...row,
      messageId: row.id,
      card: cardFrom(row.card),
      timeZone: await getReaderZone(trip, to),
    };
    const view = { now: clock.now(), nonce: random.id() };
    return messageActivity(outgoing, view).attachments[0].content;
  });
}
