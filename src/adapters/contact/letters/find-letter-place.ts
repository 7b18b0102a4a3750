import type { Tx } from '../../../shared/database.ts';
import type { Letter } from './read-letter.ts';

/** Where a letter was said, in mail's own addresses. */
export interface LetterPlace {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

const mail = { platform: 'mail', workspace: 'mail' } as const;

/**
 * The place a letter was said in: one it was sent to as well, or one in which we said what it answers. Null when it is
 * for us alone, and always for somebody of another customer: nobody speaks in a place by writing its address.
 */
export async function findLetterPlace(
  tx: Pick<Tx, 'message' | 'personIdentity' | 'placeIdentity'>,
  letter: Letter,
): Promise<LetterPlace | null> {
  const { from, to, inReplyTo } = letter;
  const writer = await tx.personIdentity.findFirst({
    where: { ...mail, user: from ?? '' },
    include: { person: true },
  });
  if (!writer) return null;
  const answered = await answeredPlace(tx, inReplyTo);
  const places = await tx.placeIdentity.findMany({
    where: { ...mail, OR: [{ channel: { in: [...to] } }, { placeId: answered ?? '' }] },
    include: { place: true },
    orderBy: { channel: 'asc' },
  });
  const { side, customerId } = writer.person;
  const own = places.find(({ place }) => side === 'vendor' || place.customerId === customerId);
  return own ? { ...mail, channel: own.channel } : null;
}

/** Our own letters have the message's id in theirs. */
async function answeredPlace(
  tx: Pick<Tx, 'message'>,
  inReplyTo: string | null,
): Promise<string | null> {
  const [, id] = /^<([\w-]+)@[^<>\s]+>$/.exec(inReplyTo ?? '') ?? [];
  if (id === undefined) return null;
  const message = await tx.message.findUnique({ where: { id }, select: { toPlaceId: true } });
  return message?.toPlaceId ?? null;
}
