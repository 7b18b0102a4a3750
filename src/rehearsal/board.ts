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

/** What its reader has already read of this message: the words before an edit, or the last call of the same page. */
export function knownText(board: Board, line: MessageLine): string | null {
  if (line.edited) return board.get(line.messageId)?.text ?? null;
  if (line.message !== 'page' || line.via !== 'chat') return null;
  const calls = [...board.values()].filter(
    ({ message, to, via }) => message === 'page' && to === line.to && via === 'chat',
  );
  const subject = line.actions[0]?.subject;
  return calls.findLast(({ actions }) => actions[0]?.subject === subject)?.text ?? null;
}
