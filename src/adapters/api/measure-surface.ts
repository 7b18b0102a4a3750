import type { Outgoing, Sent, Surface } from '../../delivery/surface.ts';
import type { Clock } from '../../shared/clock.ts';
import { second, since } from '../../shared/time.ts';
import type { Metrics } from './metrics.ts';

/** The same surface, counting what it is handed and how that ended, and how long pages waited. */
export function measureSurface(surface: Surface, metrics: Metrics, clock: Clock): Surface {
  const count = ({ card }: Outgoing, { outcome }: Sent): void => {
    metrics.messages.inc({ name: card.name, platform: surface.platform, outcome });
  };
  return {
    platform: surface.platform,
    ...(surface.limits && { limits: surface.limits }),
    find: message => surface.find(message),
    async send(message) {
      const handedAt = clock.now();
      const sent = await surface.send(message);
      count(message, sent);
      const { queuedAt, card } = message;
      if (card.name === 'page' && sent.outcome === 'sent' && queuedAt)
        metrics.notificationSeconds.observe(since(queuedAt, handedAt) / second);
      return sent;
    },
    async edit(message, ref) {
      const sent = await surface.edit(message, ref);
      count(message, sent);
      return sent;
    },
  };
}
