import type { ActionId } from '../delivery/card.ts';
import { type Cast, canRead } from './cast.ts';
import type { MessageLine } from './line.ts';

/** Every message as it now stands in its place, in the order in which they appeared. */
export type Board = ReadonlyMap<string, MessageLine>;

/** The board after one more message or edit; an edit changes the message where it stands. */
export function withLine(board: Board, line: MessageLine): Board {
  return new Map(board).set(line.messageId, line);
}

/** The newest message this person can see that offers the action now, or null. */
export function newestOffer(
  board: Board,
  cast: Cast,
  { personId, action }: { readonly personId: string; readonly action: ActionId },
): MessageLine | null {
  const offers = [...board.values()].filter(
    line => line.actions.some(offered => offered.id === action) && canRead(cast, personId, line.to),
  );
  return offers.at(-1) ?? null;
}
