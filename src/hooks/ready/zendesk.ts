import type { HookRule } from '../hook.ts';

const ticket = (kinds: string[], text: string): HookRule => ({
  when: { '/type': kinds.map(kind => `zen:event-type:ticket.${kind}`) },
  once: '{/id}',
  at: '/time',
  event: { text, visibility: 'internal', kind: 'ticket' },
});

/** Zendesk's ticket events (developer.zendesk.com, "Webhook event types": type, id, time, detail, event). */
export const zendeskRules: readonly HookRule[] = [
  ticket(['created'], 'Ticket {/detail/id} was opened: {/detail/subject}'),
  ticket(['status_changed'], 'Ticket {/detail/id} is {/event/current}: {/detail/subject}'),
  ticket(
    ['priority_changed'],
    'Ticket {/detail/id} has priority {/event/current}: {/detail/subject}',
  ),
];
