import type { Trip } from '../../../shared/database.ts';
import { plus } from '../../../shared/time.ts';
import { offerIdOf, type Turn } from '../../arrival/turn.ts';
import { worryKind } from './find-worry.ts';
import { offerHolds, saidWith, worryFrom } from './worry.ts';

export interface Told {
  readonly customerId: string;
  /** In the customer's own words; null when they only said that they are worried. */
  readonly words: string | null;
  /** A person is being offered for it, so that a bare yes calls one. */
  readonly isOffered?: boolean;
}

/** Keeps what somebody is worried about, so that nobody has to say it again when a person is called. */
export async function keepWorry(trip: Trip, turn: Turn, told: Told): Promise<void> {
  const { tx, now } = trip;
  const { customerId, words, isOffered } = told;
  const id = offerIdOf(turn);
  const known = worryFrom(await tx.openQuestion.findUnique({ where: { id } }), now);
  const next = words === null ? null : { text: words, byId: turn.actor?.id ?? null };
  const row = {
    customerId,
    kind: worryKind,
    data: {
      said: saidWith(known, next, now).map(each => ({ ...each })),
      isLeft: !isOffered && (known?.isLeft ?? false),
    },
    askedAt: now,
    expiresAt: plus(now, offerHolds),
  };
  await tx.openQuestion.upsert({ where: { id }, create: { id, ...row }, update: row });
}
