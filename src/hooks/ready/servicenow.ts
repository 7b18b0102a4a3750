import type { HookRule } from '../hook.ts';

const named = '{/number}: {/short_description}';
const once = '{/sys_id} {/state} {/sys_updated_on}';

/**
 * ServiceNow sends what its business rule puts together: the names of the incident table (docs.servicenow.com, "Incident
 * table"), as RESTMessageV2 sends them; docs/hooks.md has the rule.
 */
export const servicenowRules: readonly HookRule[] = [
  {
    when: { '/state': ['1', 'New'] },
    once,
    event: {
      text: `${named} (new, priority {/priority})`,
      visibility: 'internal',
      kind: 'incident',
    },
  },
  {
    when: { '/state': ['2', 'In Progress'] },
    once,
    event: { text: `${named} (in progress)`, visibility: 'internal', kind: 'incident' },
  },
  {
    when: { '/state': ['3', 'On Hold'] },
    once,
    event: { text: `${named} (on hold)`, visibility: 'internal', kind: 'incident' },
  },
  {
    when: { '/state': ['6', 'Resolved', '7', 'Closed'] },
    once,
    event: { text: `${named} (resolved)`, visibility: 'internal', kind: 'incident' },
  },
];
