import { createHash } from 'node:crypto';
import type { Person } from '../customers/person.ts';
import { day, hour, minute, plus, second } from '../shared/time.ts';

/** How long a link and a session are good. */
export const signInPolicy = {
  linkFor: 10 * minute,
  /** A session gets a new secret when its own is older than this. */
  renewAfter: 30 * minute,
  /** The secret before is good for this long, for what was on its way with it. */
  formerFor: 30 * second,
  /** Nobody looked for so long: it is over. */
  idleFor: 12 * hour,
  /** It is over then, whatever happens. */
  longest: 7 * day,
} as const;

/** A browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  readonly person: Person;
  readonly since: Date;
  readonly renewedAt: Date;
  /** It was asked for by the secret before its present one. */
  readonly isFormer: boolean;
}

/** Before which moments sessions began, or were last renewed, that are over now. */
export function sessionLimits(now: Date): { readonly since: Date; readonly renewedAt: Date } {
  return { since: plus(now, -signInPolicy.longest), renewedAt: plus(now, -signInPolicy.idleFor) };
}

/** Whether a session may go on. */
export function isGood(session: Omit<Session, 'person'>, now: Date): boolean {
  const limits = sessionLimits(now);
  const isFresh = !session.isFormer || now < plus(session.renewedAt, signInPolicy.formerFor);
  return session.since > limits.since && session.renewedAt > limits.renewedAt && isFresh;
}

/** Whether its secret is so old that it gets a new one. */
export function isRenewed({ renewedAt, isFormer }: Session, now: Date): boolean {
  return !isFormer && now >= plus(renewedAt, signInPolicy.renewAfter);
}

/** What a form of this session must send back: no other session has it, and it outlives a new secret. */
export function formToken({ id }: Pick<Session, 'id'>): string {
  return createHash('sha256').update(`form ${id}`, 'utf8').digest('hex');
}
