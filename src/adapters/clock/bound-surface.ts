import type { Surface } from '../../delivery/surface.ts';
import { second } from '../../shared/time.ts';

/** Longer than a platform's own limit for a call (5 s), shorter than the lease of a message (10 s). */
const patience = 6 * second;

/**
 * The same surface, which always answers in time: a call that hangs counts as one whose outcome is unknown. It
 * goes on by itself, and what becomes of it changes nothing.
 */
export function boundSurface(surface: Surface, milliseconds = patience): Surface {
  const detail = `${surface.platform} did not answer within ${milliseconds / second} s.`;
  const unknown = { outcome: 'unknown', detail } as const;
  const later = { later: { outcome: 'retry', detail } } as const;
  return {
    platform: surface.platform,
    ...(surface.limits && { limits: surface.limits }),
    send: message => inTime(surface.send(message), { milliseconds, otherwise: unknown }),
    edit: (message, ref) =>
      inTime(surface.edit(message, ref), { milliseconds, otherwise: unknown }),
    find: message => inTime(surface.find(message), { milliseconds, otherwise: later }),
  };
}

interface Limits<T> {
  readonly milliseconds: number;
  readonly otherwise: T;
}

async function inTime<T>(work: Promise<T>, { milliseconds, otherwise }: Limits<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>(resolve => {
    timer = setTimeout(resolve, milliseconds, otherwise);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
