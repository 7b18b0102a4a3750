import type { Outgoing, Sent } from '../../../delivery/surface.ts';
import { propertyOf } from '../../../shared/errors.ts';
import { second } from '../../../shared/time.ts';
import { callServer } from '../../api/call-server.ts';
import { classifyStatus } from '../http/classify-status.ts';
import type { Medium } from '../medium.ts';
import { mountPagerDuty } from './mount-pagerduty.ts';

/** One PagerDuty service. */
export interface PagerDutyConfig {
  readonly routingKey: string;
  /** Set: acknowledging there acknowledges here. */
  readonly webhookSecret: string | null;
  /** Only for tests: another PagerDuty, on this machine. */
  readonly apiUrl: string | null;
}

const longestSummary = 1_024;

/** Pages as incidents of one PagerDuty service (Events API v2); what somebody has is resolved there for all others. */
export function openPagerDuty(config: PagerDutyConfig): Medium {
  const base = (config.apiUrl ?? 'https://events.pagerduty.com').replace(/\/+$/, '');

  async function enqueue(message: Outgoing, action: 'trigger' | 'resolve'): Promise<Sent> {
    const { messageId, mayLeave } = message;
    const answer = await callServer({
      method: 'POST',
      url: new URL(`${base}/v2/enqueue`),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        routing_key: config.routingKey,
        event_action: action,
        dedup_key: messageId,
        ...(action === 'trigger' && { payload: payloadOf(message) }),
      }),
      signal: AbortSignal.timeout(5 * second),
      mayLeave,
    });
    return classifyStatus(answer, {
      service: 'PagerDuty',
      refOf: () => messageId,
      reasonOf: ({ body }) => String(propertyOf(body, 'message') ?? '').slice(0, 200),
    });
  }

  const surface = {
    platform: 'pagerduty',
    send: (message: Outgoing) => enqueue(message, 'trigger'),
    edit: (message: Outgoing) => enqueue(message, 'resolve'),
    // One key is one incident, so sending again what may have arrived makes no second one.
    find: async () => null,
  };
  const { webhookSecret: secret } = config;
  return {
    surfaces: [surface],
    ...(secret && {
      listen: ears => ({ mount: app => mountPagerDuty(app, { ...ears, secret }) }),
    }),
    health: () => 'up',
  };
}

function payloadOf({ text, card, to }: Outgoing): object {
  const [summary = 'A page'] = text.split('\n');
  return {
    summary: summary.slice(0, longestSummary),
    source: 'handrail',
    severity: 'critical',
    group: card.customerId ?? undefined,
    custom_details: { text, person: to },
  };
}
