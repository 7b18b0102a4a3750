import type { HookRule } from '../hook.ts';

/** Statuspage's two payloads (support.atlassian.com, "Enable webhook notifications"): an incident, and a component. */
export const statuspageRules: readonly HookRule[] = [
  {
    when: {
      '/incident/status': ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'],
    },
    once: '{/incident/id} {/incident/incident_updates/0/id|/incident/updated_at}',
    at: '/incident/updated_at',
    event: {
      text: '{/incident/name} ({/incident/status}, impact {/incident/impact}): {/incident/incident_updates/0/body}',
      visibility: 'internal',
      kind: 'incident',
    },
  },
  {
    when: { '/incident/status': ['scheduled', 'in_progress', 'verifying', 'completed'] },
    once: '{/incident/id} {/incident/incident_updates/0/id|/incident/updated_at}',
    at: '/incident/updated_at',
    event: {
      text: 'Maintenance {/incident/name} ({/incident/status}): {/incident/incident_updates/0/body}',
      visibility: 'internal',
      kind: 'maintenance',
    },
  },
  {
    when: {
      '/component_update/new_status': [
        'operational',
        'under_maintenance',
        'degraded_performance',
        'partial_outage',
        'major_outage',
      ],
    },
    once: '{/component_update/id}',
    at: '/component_update/created_at',
    event: {
      text: '{/component/name} is {/component_update/new_status}, was {/component_update/old_status}',
      visibility: 'internal',
      kind: 'component',
    },
  },
];
