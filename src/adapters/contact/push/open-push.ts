import webPush from 'web-push';
import type { Outgoing, Sent } from '../../../delivery/surface.ts';
import { dropPhone } from '../../../reach/drop-phone.ts';
import type { Ports } from '../../../shared/database.ts';
import { hour, second } from '../../../shared/time.ts';
import { callServer } from '../../api/call-server.ts';
import type { ConfirmLinks } from '../confirm/links.ts';
import { classifyStatus } from '../http/classify-status.ts';
import type { Medium } from '../medium.ts';
import { findOrMakeVapidKeys, type VapidKeys } from './find-or-make-vapid-keys.ts';
import { mountPush } from './mount-push.ts';
import { notificationOf } from './notification.ts';

/** Whom a push service may write to about us, and only for tests another push service on this machine. */
export interface PushConfig {
  /** "mailto:ops@vendor.example" */
  readonly subject: string;
  readonly apiUrl: string | null;
}

export interface PushParts {
  readonly config: PushConfig;
  readonly links: ConfirmLinks;
  readonly ports: Ports;
}

/** Longer than any page stays open: a phone without a network gets it when it is back. */
const keptFor = hour / second;

/** The phone is gone for good (RFC 8030, 7.3). */
const goneStatuses = [404, 410];

/** Pages as notifications on people's own phones (Web Push, RFC 8030, 8291 and 8292). */
export function openPush({ config, links, ports }: PushParts): Medium {
  const { database } = ports;
  let keys: Promise<VapidKeys> | null = null;
  const getKeys = () => {
    keys ??= findOrMakeVapidKeys(ports).catch(error => {
      keys = null;
      throw error;
    });
    return keys;
  };

  async function notify(message: Outgoing): Promise<Sent> {
    const { address, messageId, mayLeave } = message;
    const phone = await database.trip(({ tx }) =>
      tx.pushPhone.findUnique({ where: { id: address.id } }),
    );
    if (!phone)
      return { outcome: 'refused', detail: 'This phone takes no notifications any more.' };
    const { endpoint, publicKey: p256dh, secret: auth } = phone;
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      notificationOf(message, await links.linkTo(messageId)),
      {
        vapidDetails: { subject: config.subject, ...(await getKeys()) },
        TTL: keptFor,
        urgency: 'high',
        topic: messageId,
      },
    );
    const answer = await callServer({
      method: 'POST',
      url: urlOf(endpoint, config),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ),
      body,
      signal: AbortSignal.timeout(5 * second),
      mayLeave,
    });
    if (answer.kind === 'answered' && goneStatuses.includes(answer.status)) {
      await database.trip(trip => dropPhone(trip, address.id));
    }
    return classifyStatus(answer, { service: 'The push service', refOf: () => messageId });
  }

  const surface = {
    platform: 'push',
    send: notify,
    // The same topic and tag: it takes the place of the first one.
    edit: notify,
    find: async () => undefined,
  };
  return {
    surfaces: [surface],
    listen: () => ({ mount: app => mountPush(app, { ports, getKeys }) }),
    health: () => 'up',
  };
}

/** The endpoint itself, or in tests the same path on this machine. */
function urlOf(endpoint: string, { apiUrl }: PushConfig): URL {
  const url = new URL(endpoint);
  return apiUrl ? new URL(`${url.pathname}${url.search}`, apiUrl) : url;
}
