import type { ContactMethod, OutsideMethod } from '../customers/person.ts';
import type { DeliveryReport, Outcome } from '../delivery/report.ts';
import { earliest, isBefore, minute, plus, second } from '../shared/time.ts';

/** How a medium stands in a story. `undelivering`: it accepts everything, and brings nothing. */
export const mediumStates = ['up', 'down', 'undelivering'] as const;
export type MediumState = (typeof mediumStates)[number];

/** One message that a carrier accepted. */
export interface Accepted {
  readonly messageId: string;
  readonly to: string;
  readonly via: string;
}

/** What a carrier says of a message. */
export interface CarrierWord extends Accepted {
  readonly outcome: Outcome;
}

/** The carriers of a story: they take what is sent outside chat, and say later what became of it. */
export interface Carrier {
  setMedium(medium: ContactMethod, state: MediumState): void;
  setReachable(reach: {
    readonly id: string;
    readonly via: OutsideMethod;
    readonly reachable: boolean;
  }): void;
  /** Takes nothing from us now. */
  isDown(via: string): boolean;
  accept(message: Accepted, at: Date): void;
  reaches(personId: string, via: string): boolean;
  /** Somebody pressed a key in it: it did not ring in vain. */
  answer(messageId: string): void;
  /** The call is over: it rings no longer, and takes no key. */
  hangUp(messageId: string): void;
  /** The newest call that reached this person and can still be answered by a key; null when there is none. */
  openCall(personId: string, at: Date): Accepted | null;
  nextWord(): Date | null;
  /** What is to be said until then, in order. */
  take(until: Date): CarrierWord[];
}

/** How long a telephone rings, and how long a call waits for a key. */
const rings = 30 * second;
const keysWithin = 2 * minute;
/** A text message is on the phone, or is not, after so long. */
const soon = second;

/** Carriers that are up and reach everybody until told otherwise. */
export function createCarrier(): Carrier {
  const media = new Map<string, MediumState>();
  const cutOff = new Set<string>();
  let words: (CarrierWord & { readonly at: Date })[] = [];
  let calls: (Accepted & { readonly at: Date })[] = [];
  const reaches = (personId: string, via: string) => !cutOff.has(`${personId} ${via}`);
  const silence = (messageId: string) => {
    words = words.filter(word => word.messageId !== messageId || word.via !== 'voice');
  };

  return {
    setMedium: (medium, state) => void media.set(medium, state),
    setReachable({ id, via, reachable }) {
      if (reachable) cutOff.delete(`${id} ${via}`);
      else cutOff.add(`${id} ${via}`);
    },
    isDown: via => media.get(via) === 'down',
    accept(message, at) {
      const { to, via } = message;
      const isLost = media.get(via) === 'undelivering';
      const word = wordOf({ via, isLost, isReached: reaches(to, via) });
      if (word) words.push({ ...message, outcome: word.outcome, at: plus(at, word.after) });
      if (via === 'voice' && !isLost && reaches(to, via)) calls.push({ ...message, at });
    },
    reaches,
    answer: silence,
    hangUp(messageId) {
      silence(messageId);
      calls = calls.filter(call => call.messageId !== messageId);
    },
    openCall: (personId, at) =>
      calls.findLast(call => call.to === personId && !isBefore(plus(call.at, keysWithin), at)) ??
      null,
    nextWord: () => earliest(words.map(({ at }) => at)),
    take(until) {
      const due = words.filter(({ at }) => !isBefore(until, at));
      words = words.filter(word => !due.includes(word));
      return due.toSorted((a, b) => Number(a.at) - Number(b.at));
    },
  };
}

interface Sending {
  readonly via: string;
  readonly isLost: boolean;
  readonly isReached: boolean;
}

function wordOf({ via, isLost, isReached }: Sending): { outcome: Outcome; after: number } | null {
  if (isLost) return { outcome: 'undelivered', after: soon };
  if (via === 'voice') return { outcome: 'no-answer', after: isReached ? keysWithin : rings };
  // A mailbox and a receiver of ours have no carrier that would speak.
  if (via !== 'sms') return null;
  return { outcome: isReached ? 'delivered' : 'undelivered', after: soon };
}

/** A carrier's word as it comes in to us. */
export function reportOf({ messageId, outcome }: CarrierWord): DeliveryReport {
  return {
    id: `rehearsal:${messageId}:${outcome}`,
    report: { messageId, outcome, detail: null },
  };
}
