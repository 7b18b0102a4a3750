import type { Contact } from '../customers/person.ts';
import { hour, minute, plus } from '../shared/time.ts';

/** How long a code can be told back, how often guessed, and how soon another one is sent. */
export const codePolicy = {
  validFor: 15 * minute,
  /** Of a million, so many may be tried before every code of that person is worth nothing. */
  wrongAtMost: 5,
  /** A phone is not rung for fun: one code in so long to each number. */
  againAfter: minute,
  sendsAnHour: 6,
} as const;

/** A code on its way to one number or mailbox. */
export interface Code {
  readonly code: string;
  readonly sentAt: Date;
  readonly wrong: number;
}

/** Six digits from a number in [0, 1). */
export function codeFrom(fraction: number): string {
  return String(Math.floor(fraction * 1_000_000)).padStart(6, '0');
}

/** Does what somebody said fit this code of theirs at `now`? */
export function fits({ code, sentAt, wrong }: Code, said: string, now: Date): boolean {
  return said === code && wrong < codePolicy.wrongAtMost && isFresh({ sentAt }, now);
}

/** Can this code still be told back? */
export function isFresh({ sentAt }: Pick<Code, 'sentAt'>, now: Date): boolean {
  return plus(sentAt, codePolicy.validFor) > now;
}

/** May another code be sent there at `now`? `before` are the moments of the last hour at which one was. */
export function mayBeSent(before: readonly Date[], now: Date): boolean {
  const recent = before.filter(at => plus(at, hour) > now);
  return (
    recent.length < codePolicy.sendsAnHour &&
    recent.every(at => plus(at, codePolicy.againAfter) <= now)
  );
}

/** A number or mailbox as its owner recognises it, and nobody else learns it: "…0101", "n…@vendor.example". */
export function maskedAddress({ via, to }: Pick<Contact, 'via' | 'to'>): string {
  if (to === null || via === 'push') return '';
  const [name = '', domain] = to.split('@');
  return domain === undefined ? `…${to.slice(-4)}` : `${name.slice(0, 1)}…@${domain}`;
}
