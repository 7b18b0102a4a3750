import { internal, type Text } from '../delivery/audience.ts';
import { unreachable } from '../shared/errors.ts';
import type { Reachability } from './readiness.ts';

type Lacking = Exclude<Reachability, 'ready'>;

/** What somebody who serves is told of themselves. */
export function ownText(reachability: Lacking): Text<'internal'> {
  switch (reachability) {
    case 'none':
      return internal`⚠️ You may be called for a customer, and nothing reaches you: no way is written down that is connected. Pages go past you at once.`;
    case 'unconfirmed':
      return internal`⚠️ You may be called for a customer at night, and none of your numbers or mailboxes is confirmed. Type "test my phone": each gets a code.`;
    case 'chat-only':
      return internal`⚠️ You may be called for a customer at night, and only chat reaches you, which wakes nobody. Type "push" to let your phone ring, or have a number written down for you.`;
    default:
      return unreachable(reachability);
  }
}

/** The same for whoever manages. */
export function managersText(name: string, reachability: Lacking): Text<'internal'> {
  return internal`⚠️ ${name} ${reachabilityWords(reachability)}.`;
}

/** How somebody stands, after their name. */
export function reachabilityWords(reachability: Reachability): string {
  switch (reachability) {
    case 'ready':
      return 'can be reached at the hours they serve';
    case 'none':
      return 'may be called, and nothing reaches them: pages go past them at once';
    case 'unconfirmed':
      return 'may be called, and has confirmed none of their numbers or mailboxes ("test my phone")';
    case 'chat-only':
      return 'may be called at night, and only chat reaches them, which wakes nobody';
    default:
      return unreachable(reachability);
  }
}
