import { internal } from '../../delivery/audience.ts';
import { internalCard } from '../../delivery/card.ts';
import type { Reply } from '../replies/reply.ts';

/** A page that rings for somebody: nobody has it yet. */
export interface Ringing {
  readonly pageId: string;
  readonly customerId: string;
  readonly customerName: string;
}

/** What is not understood stops no calling: says so, with both buttons. */
export function stillRings({ pageId, customerId, customerName }: Ringing): Reply {
  const card = internalCard('answer', customerId, {
    body: [
      internal`It still rings for you: ${customerName}. "ack" takes it, "pass on" calls whoever comes next.`,
    ],
    actions: [
      { id: 'page.acknowledge', label: 'I have it', subject: pageId, style: 'primary' },
      { id: 'page.reassign', label: 'Pass on', subject: pageId },
    ],
  });
  return { card };
}
