import type { HookRule } from '../hook.ts';

const said =
  '{/labels/alertname}: {/annotations/summary|/annotations/description|/labels/instance}';

const firing = (severities: string[]): Pick<HookRule, 'each' | 'when' | 'once'> => ({
  each: '/alerts',
  when: { '/status': ['firing'], '/labels/severity': severities },
  once: '{/fingerprint} {/startsAt} firing',
});

/**
 * Prometheus Alertmanager (prometheus.io, "webhook_config", version 4): what is critical pages, a warning pages gently,
 * everything else is a fact. That an alert is over ends no page: a person says so.
 */
export const alertmanagerRules: readonly HookRule[] = [
  {
    ...firing(['critical', 'page']),
    page: { reason: said, weight: 'critical', visibility: 'internal' },
  },
  { ...firing(['warning']), page: { reason: said, weight: 'gentle', visibility: 'internal' } },
  {
    each: '/alerts',
    when: { '/status': ['firing'] },
    once: '{/fingerprint} {/startsAt} firing',
    at: '/startsAt',
    event: { text: said, visibility: 'internal', kind: 'alert' },
  },
  {
    each: '/alerts',
    when: { '/status': ['resolved'] },
    once: '{/fingerprint} {/startsAt} resolved',
    at: '/endsAt',
    event: { text: `Over: ${said}`, visibility: 'internal', kind: 'alert' },
  },
];
