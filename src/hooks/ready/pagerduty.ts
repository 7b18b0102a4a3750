import type { HookRule } from '../hook.ts';

const incident = (kinds: string[], what: string): HookRule => ({
  when: { '/event/event_type': kinds.map(kind => `incident.${kind}`) },
  once: '{/event/id}',
  at: '/event/occurred_at',
  event: {
    text: `Incident {/event/data/number} ${what}: {/event/data/title}`,
    visibility: 'internal',
    kind: 'incident',
  },
});

/** PagerDuty's V3 webhooks (developer.pagerduty.com, "Webhooks", "Webhook payload"). Who is called there is its business. */
export const pagerdutyRules: readonly HookRule[] = [
  incident(['triggered'], 'was raised'),
  incident(['acknowledged'], 'was acknowledged'),
  incident(['escalated'], 'was escalated'),
  incident(['reopened'], 'was reopened'),
  incident(['resolved'], 'is resolved'),
];
