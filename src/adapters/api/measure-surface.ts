import type { Outgoing, Sent, Surface } from '../../delivery/surface.ts';
import type { Ports } from '../../shared/database.ts';
import { second, since } from '../../shared/time.ts';
import type { Metrics } from './metrics.ts';

/** The same surface, counting what it is handed and how that ended, and how long pages waited. */
export function measureSurface(surface: Surface, metrics: Metrics, ports: Ports): Surface {
  const count = ({ card }: Outgoing, { outcome }: Sent): void => {
    metrics.messages.inc({ name: card.name, platform: surface.platform, outcome });
  };
  return {
    platform: surface.platform,
    ...(surface.limits && { limits: surface.limits }),
    find: message => surface.find(message),
    async send(message) {
      const handedAt = ports.clock.now();
      const sent = await surface.send(message);
      count(message, sent);
      if (message.card.name === 'page' && sent.outcome === 'sent')
        void observeWait(message.messageId, handedAt, { metrics, ports });
      return sent;
    },
    async edit(message, ref) {
      const sent = await surface.edit(message, ref);
      count(message, sent);
      return sent;
    },
  };
}

interface Observed {
  readonly metrics: Metrics;
  readonly ports: Ports;
}

async function observeWait(
  id: string,
  handedAt: Date,
  { metrics, ports }: Observed,
): Promise<void> {
  const row = await ports.database.client.message
    .findUnique({ where: { id }, select: { createdAt: true } })
    .catch(() => null);
  if (row) metrics.notificationSeconds.observe(since(row.createdAt, handedAt) / second);
}
