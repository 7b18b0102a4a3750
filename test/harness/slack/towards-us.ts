import { createHmac } from 'node:crypto';
import { stringify } from 'node:querystring';
import type { Raw } from './check-element.ts';

/** Something Slack tells an app: an event, an interaction, a slash command. */
export interface Envelope {
  readonly type: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: Raw;
}

/** One try of handing an envelope over. */
export interface Try {
  readonly status: number | null;
  readonly milliseconds: number;
  /** False when Slack did not take the answer as an acknowledgement, or it was lost on the way. */
  readonly acked: boolean;
  readonly body: string;
}

export interface Handed {
  readonly acked: boolean;
  readonly tries: readonly Try[];
  /** What was answered at last: a slash command's words, a view's `response_action`. */
  readonly body: string;
}

/** How Slack treats an app that does not answer. */
export interface Patience {
  /** Slack waits three seconds. */
  readonly ackMilliseconds: number;
  /** Pauses before each redelivery of an event; Slack's are about none, one minute and five. */
  readonly pauses: readonly number[];
  /** This share of the answers is lost on the way, by chance. */
  readonly lostAcks: number;
}

export const slackPatience: Patience = {
  ackMilliseconds: 3_000,
  pauses: [0, 60_000, 300_000],
  lostAcks: 0,
};

export interface HttpTarget extends Partial<Patience> {
  /** Where the app takes events, interactions and commands: "http://127.0.0.1:3978/slack/events". */
  readonly url: string;
  readonly signingSecret: string;
}

/** A signature as Slack makes it, and the headers that carry it. `at` is in seconds. */
export function signedHeaders(body: string, secret: string, at: number): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'X-Slack-Request-Timestamp': String(at), 'X-Slack-Signature': `v0=${digest}` };
}

/** The body and its content type: events are JSON, everything else is a form. */
export function httpBody({ type, payload }: Envelope): { body: string; contentType: string } {
  if (type === 'events_api') {
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  }
  const contentType = 'application/x-www-form-urlencoded';
  if (type === 'interactive') {
    return { body: stringify({ payload: JSON.stringify(payload) }), contentType };
  }
  const fields = Object.entries(payload).map(([key, value]) => [key, String(value)] as const);
  return { body: stringify(Object.fromEntries(fields)), contentType };
}

/** What hands envelopes to an app, whichever way. */
export interface Transport {
  hand(envelope: Envelope): Promise<Handed>;
}

export interface HttpTransportParts {
  readonly target: HttpTarget;
  readonly now: () => number;
  readonly random: () => number;
}

/** Hands envelopes over HTTP, signed; events again and again until they are acknowledged or the pauses are over. */
export function createHttpTransport({ target, now, random }: HttpTransportParts): Transport {
  const patience: Patience = { ...slackPatience, ...target };

  async function once(envelope: Envelope, retry: number, reason: string): Promise<Try> {
    const { body, contentType } = httpBody(envelope);
    const headers = {
      'Content-Type': contentType,
      ...signedHeaders(body, target.signingSecret, Math.floor(now() / 1000)),
      ...(retry > 0 && { 'X-Slack-Retry-Num': String(retry), 'X-Slack-Retry-Reason': reason }),
    };
    const begun = performance.now();
    try {
      const signal = AbortSignal.timeout(patience.ackMilliseconds);
      const response = await fetch(target.url, { method: 'POST', headers, body, signal });
      const text = await response.text();
      const isLost = random() < patience.lostAcks;
      const acked = response.ok && !isLost;
      const milliseconds = performance.now() - begun;
      return { status: response.status, milliseconds, acked, body: text };
    } catch {
      return { status: null, milliseconds: performance.now() - begun, acked: false, body: '' };
    }
  }

  return {
    async hand(envelope) {
      const tries = [await once(envelope, 0, '')];
      const pauses = envelope.type === 'events_api' ? patience.pauses : [];
      for (const pause of pauses) {
        const last = tries.at(-1);
        if (last?.acked) break;
        await new Promise(done => setTimeout(done, pause));
        const reason = last?.status === null ? 'http_timeout' : 'http_error';
        tries.push(await once(envelope, tries.length, reason));
      }
      const last = tries.at(-1);
      return { acked: last?.acked ?? false, tries, body: last?.body ?? '' };
    },
  };
}

export interface Storm {
  /** How many are on their way at once. */
  readonly atOnce: number;
  /** This share of the envelopes is handed over a second time. */
  readonly duplicates: number;
  readonly isShuffled?: true;
}

/** Hands many envelopes over at once, shuffled and repeated as asked; what came of each, in the order handed. */
export async function storm(
  transport: Transport,
  envelopes: readonly Envelope[],
  { atOnce, duplicates, isShuffled, random }: Storm & { readonly random: () => number },
): Promise<Handed[]> {
  const repeated = envelopes.filter(() => random() < duplicates);
  const queue = [...envelopes, ...repeated];
  if (isShuffled) shuffle(queue, random);
  const handed: Handed[] = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      handed.push(await transport.hand(next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return handed;
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [list[index], list[other]];
    if (a === undefined || b === undefined) continue;
    list[index] = b;
    list[other] = a;
  }
}
