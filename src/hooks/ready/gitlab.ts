import type { HookRule } from '../hook.ts';

const pipeline = (statuses: string[], what: string): HookRule => ({
  when: { '/object_kind': ['pipeline'], '/object_attributes/status': statuses },
  once: '{/project/path_with_namespace} pipeline {/object_attributes/id} {/object_attributes/status}',
  at: '/object_attributes/finished_at',
  event: {
    text: `{/project/name}: pipeline {/object_attributes/id} on {/object_attributes/ref} ${what}`,
    visibility: 'internal',
    kind: 'pipeline',
  },
});

/** GitLab's pipeline events (docs.gitlab.com, "Webhook events", "Pipeline events"). */
export const gitlabRules: readonly HookRule[] = [
  pipeline(['running'], 'is running'),
  pipeline(['success'], 'succeeded'),
  pipeline(['failed'], 'failed'),
  pipeline(['canceled'], 'was cancelled'),
];
