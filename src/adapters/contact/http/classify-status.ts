import type { Sent } from '../../../delivery/surface.ts';
import { hour, second } from '../../../shared/time.ts';
import type { ServerAnswer } from '../../api/call-server.ts';

type Answered = Extract<ServerAnswer, { kind: 'answered' }>;

/** Who answered, and what there is to know of it beside the status. */
export interface StatusReading {
  /** "Twilio" */
  readonly service: string;
  /** What the service calls the message, from a good answer. */
  readonly refOf: (answer: Answered) => string;
  /** The service's own words for a refusal, from its answer. */
  readonly reasonOf?: (answer: Answered) => string;
}

/** Taken by nobody: to be tried again. */
const notTaken = [408, 425, 429, 503];

/** What an HTTP answer means for a message: taken, not taken, refused for good, or nobody knows. */
export function classifyStatus(
  answer: ServerAnswer,
  { service, refOf, reasonOf = () => '' }: StatusReading,
): Sent {
  if (answer.kind === 'unsent') return { outcome: 'retry', detail: `${service}: ${answer.detail}` };
  if (answer.kind === 'lost') return { outcome: 'unknown', detail: `${service}: ${answer.detail}` };
  const { status } = answer;
  const reason = reasonOf(answer);
  const detail = `${service} answered ${status}${reason && `: ${reason}`}`;
  if (status >= 200 && status < 300) return { outcome: 'sent', ref: refOf(answer) };
  if (notTaken.includes(status)) return { outcome: 'retry', detail, ...waitOf(answer) };
  if (status >= 500) return { outcome: 'unknown', detail };
  return { outcome: 'refused', detail };
}

function waitOf({ retryAfter }: Answered): { afterMilliseconds?: number } {
  const seconds = Number(retryAfter ?? Number.NaN);
  return seconds >= 0 ? { afterMilliseconds: Math.min(seconds * second, hour) } : {};
}
