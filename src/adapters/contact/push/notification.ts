import { markedRepeat } from '../../../delivery/repeated.ts';
import type { Outgoing } from '../../../delivery/surface.ts';

const longest = { title: 120, body: 1_200 } as const;

/**
 * A message as a declarative push message (W3C Push API, "Declarative Web Push": 8030 says that it is one). A browser that
 * knows them shows it by itself; our service worker shows the same in the others.
 */
export function notificationOf(message: Outgoing, navigate: string): string {
  const { messageId, text, card } = message;
  const [first = 'Handrail', ...rest] = text.split('\n');
  return JSON.stringify({
    web_push: 8030,
    notification: {
      title: markedRepeat(message, first).slice(0, longest.title),
      body: rest.join('\n').slice(0, longest.body),
      navigate,
      lang: card.language ?? 'en',
      tag: messageId,
      silent: false,
    },
  });
}
