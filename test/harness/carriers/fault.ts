import type { Sent } from '../../../src/delivery/surface.ts';
import { minute, second } from '../../../src/shared/time.ts';

/** Everything a carrier does to us. */
export const faults = [
  'refused',
  'undelivered',
  'no-answer',
  'busy',
  'voicemail',
  'stop',
  'hang',
  '429',
  '5xx',
  'lost',
  'down',
] as const;

export type Fault = (typeof faults)[number];

/** Those that only a telephone knows. */
export const isVoices = (fault: Fault): boolean =>
  fault === 'no-answer' || fault === 'busy' || fault === 'voicemail';

/** Those after which nobody knows whether it was taken: a page goes out again, marked as repeated. */
export const isDoubtful = (fault: Fault): boolean =>
  fault === 'hang' || fault === 'lost' || fault === '5xx';

/** Those that last: the number takes nothing any more, the medium nothing for an hour. */
export const isStanding = (fault: Fault): boolean => fault === 'stop' || fault === 'down';

/** What our request gets, whether a message is on its way to the person all the same, and what is told of it later. */
export interface Course {
  readonly sent: Sent;
  readonly isTaken: boolean;
  readonly report: { readonly outcome: 'undelivered' | 'no-answer'; readonly after: number } | null;
}

/** What becomes of a request that meets this fault; null = none. */
export function courseOf(fault: Fault | null, messageId: string): Course {
  const taken: Sent = { outcome: 'sent', ref: messageId };
  const accepted = { sent: taken, isTaken: true, report: null };
  const refusal = (detail: string): Course => ({
    sent: { outcome: 'refused', detail },
    isTaken: false,
    report: null,
  });
  const silent = (after: number): Course => ({
    sent: taken,
    isTaken: false,
    report: { outcome: 'no-answer', after },
  });
  switch (fault) {
    case null:
      return accepted;
    case 'refused':
      return refusal('30034');
    case 'stop':
      return refusal('21610');
    case 'undelivered':
      return { ...silent(0), report: { outcome: 'undelivered', after: 3 * second } };
    case 'no-answer':
      return silent(30 * second);
    case 'busy':
      return silent(2 * second);
    case 'voicemail':
      return silent(50 * second);
    case '429':
      return {
        sent: { outcome: 'retry', afterMilliseconds: second, detail: '429' },
        isTaken: false,
        report: null,
      };
    case 'down':
      return { sent: { outcome: 'retry', detail: '503' }, isTaken: false, report: null };
    case 'hang':
    case '5xx':
      return { sent: { outcome: 'unknown', detail: fault }, isTaken: false, report: null };
    case 'lost':
      return { sent: { outcome: 'unknown', detail: 'lost' }, isTaken: true, report: null };
  }
}

/** How long a medium that is down stays so. */
export const downFor = 60 * minute;
