import type { Outgoing, Sent } from '../../../delivery/surface.ts';
import { signWebhook } from '../../../hooks/sign-webhook.ts';
import type { Clock } from '../../../shared/clock.ts';
import { second } from '../../../shared/time.ts';
import { callServer } from '../../api/call-server.ts';
import type { ConfirmLinks } from '../confirm/links.ts';
import { classifyStatus } from '../http/classify-status.ts';
import type { Medium } from '../medium.ts';

/** Where pages go as signed requests. The operator chose the address; nobody else can. */
export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
}

export interface WebhookParts {
  readonly config: WebhookConfig;
  readonly links: ConfirmLinks;
  readonly clock: Clock;
}

type Event = 'page' | 'page.updated';

/** Pages as Standard Webhooks to one receiver. */
export function openWebhook({ config, links, clock }: WebhookParts): Medium {
  async function post(message: Outgoing, type: Event): Promise<Sent> {
    const { messageId: id, mayLeave } = message;
    const at = clock.now();
    const body = JSON.stringify({
      type,
      timestamp: at.toISOString(),
      data: {
        message: id,
        person: message.to,
        address: message.address.id,
        customer: message.card.customerId,
        text: message.text,
        isRepeat: message.isRepeat,
        ...(type === 'page' && { confirm: await links.linkTo(id) }),
      },
    });
    const event = type === 'page' ? id : `${id}:${at.getTime()}`;
    const timestamp = Math.floor(at.getTime() / second);
    const answer = await callServer({
      method: 'POST',
      url: new URL(config.url),
      headers: {
        'content-type': 'application/json',
        ...signWebhook({ id: event, timestamp, body }, config.secret),
      },
      body,
      signal: AbortSignal.timeout(5 * second),
      mayLeave,
    });
    return classifyStatus(answer, { service: 'The webhook', refOf: () => id });
  }

  const surface = {
    platform: 'webhook',
    send: (message: Outgoing) => post(message, 'page'),
    edit: (message: Outgoing) => post(message, 'page.updated'),
    find: async () => undefined,
  };
  return { surfaces: [surface], health: () => 'up' };
}
