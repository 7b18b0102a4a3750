import { z } from 'zod';

/** Somebody who asked while the news was stale, and where they will be told. */
export interface Waiting {
  readonly placeId: string | null;
  readonly personId: string | null;
  readonly threadOf: string | null;
  readonly askedAt: Date;
}

/** One request for news: one open at a time for a customer. */
export interface NewsRequest {
  readonly id: string;
  readonly customerId: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly waiting: readonly Waiting[];
}

const waitingColumn = z.array(
  z.object({
    placeId: z.string().nullish(),
    personId: z.string().nullish(),
    threadOf: z.string().nullish(),
    askedAt: z.iso.datetime({ offset: true }),
  }),
);

/** As many places and threads as one answer is carried to; who asks after that sees it in the same place. */
const mostWaiting = 100;

/** A stored row as a news request. */
export function newsRequestFrom(row: {
  id: string;
  customerId: string;
  askedAt: Date;
  answeredAt: Date | null;
  waiting: unknown;
}): NewsRequest {
  const waiting = waitingColumn.parse(row.waiting).map(one => ({
    placeId: one.placeId ?? null,
    personId: one.personId ?? null,
    threadOf: one.threadOf ?? null,
    askedAt: new Date(one.askedAt),
  }));
  const { id, customerId, askedAt, answeredAt } = row;
  return { id, customerId, askedAt, answeredAt, waiting };
}

/** The waiting list with one more on it; the same person in the same place and thread, or directly, waits once. */
export function withWaiting(waiting: readonly Waiting[], one: Waiting | null): readonly Waiting[] {
  if (!one || (!one.placeId && !one.personId) || waiting.length >= mostWaiting) return waiting;
  const isSame = (other: Waiting) =>
    whereOf(other) === whereOf(one) && other.personId === one.personId;
  return waiting.some(isSame) ? waiting : [...waiting, one];
}

/** Where somebody is told; whoever waits in the same place and thread reads the same message. */
export function whereOf({ placeId, personId, threadOf }: Waiting): string {
  return placeId ? `place ${placeId} ${threadOf ?? ''}` : `person ${personId} ${threadOf ?? ''}`;
}

/** The waiting list as it is stored. */
export function waitingColumnOf(waiting: readonly Waiting[]): Record<string, string | null>[] {
  return waiting.map(({ askedAt, ...where }) => ({ ...where, askedAt: askedAt.toISOString() }));
}
