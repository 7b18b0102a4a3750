import type { Text } from '../../delivery/audience.ts';
import { sharedCard } from '../../delivery/card.ts';
import type { Reply } from '../replies/reply.ts';

/** An answer to a partner's person, alone: nothing of ours can stand in it. */
export function said(customerId: string | null, ...body: readonly Text<'shared'>[]): Reply {
  return { card: sharedCard('answer', customerId, { body }), isPrivate: true };
}
