import type { HookRule } from '../hook.ts';

const issue = (kind: string, text: string): HookRule => ({
  when: { '/webhookEvent': [kind] },
  once: `{/issue/key} {/webhookEvent} {/timestamp}`,
  at: '/timestamp',
  event: { text, visibility: 'internal', kind: 'issue' },
});

/** Jira's issues (developer.atlassian.com, "Webhooks", "Example: callback for an issue related event"). */
export const jiraRules: readonly HookRule[] = [
  issue('jira:issue_created', '{/issue/key} was opened: {/issue/fields/summary}'),
  {
    ...issue(
      'jira:issue_updated',
      '{/issue/key} is {/issue/fields/status/name}: {/issue/fields/summary}',
    ),
    when: { '/webhookEvent': ['jira:issue_updated'], '/changelog/items/0/field': ['status'] },
  },
  issue('jira:issue_deleted', '{/issue/key} was deleted: {/issue/fields/summary}'),
];
