import type { Audience } from '../delivery/audience.ts';

/** A conversation we may speak in, bound to at most one customer; unbound means silent. */
export interface Place {
  readonly id: string;
  readonly customerId: string | null;
  readonly audience: Audience;
  /** `questions`: clear questions are answered unasked. `mentions`: only when addressed. */
  readonly listening: 'questions' | 'mentions';
  /** What is told there unasked: everything the customer should notice, or pages alone. */
  readonly tell: 'all' | 'page';
  readonly parkedReason: string | null;
}

interface PlaceRow {
  id: string;
  customerId: string | null;
  audience: string;
  listening: string;
  tell: string;
  parkedReason: string | null;
}

/** A stored row as a place. Anything not plainly internal is read by a customer. */
export function placeFrom(row: PlaceRow): Place {
  return {
    id: row.id,
    customerId: row.customerId,
    audience: row.audience === 'internal' ? 'internal' : 'shared',
    listening: row.listening === 'mentions' ? 'mentions' : 'questions',
    tell: row.tell === 'page' ? 'page' : 'all',
    parkedReason: row.parkedReason,
  };
}
