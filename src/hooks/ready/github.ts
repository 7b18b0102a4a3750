import type { HookRule } from '../hook.ts';

const deployment = (states: string[], what: string): HookRule => ({
  on: ['deployment_status'],
  when: { '/deployment_status/state': states },
  once: '{/repository/full_name} deployment {/deployment/id} {/deployment_status/state}',
  at: '/deployment_status/created_at',
  event: {
    text: `{/repository/name}: deployment of {/deployment/ref} to {/deployment_status/environment|/deployment/environment} ${what}`,
    visibility: 'internal',
    kind: 'deployment',
  },
});

/** GitHub's deployment_status and release (docs.github.com, "Webhook events and payloads"; octokit/webhooks, payload-examples). */
export const githubRules: readonly HookRule[] = [
  deployment(['in_progress'], 'has begun'),
  deployment(['success'], 'succeeded'),
  deployment(['failure', 'error'], 'failed'),
  {
    on: ['release'],
    when: { '/action': ['published'] },
    once: '{/repository/full_name} release {/release/id}',
    at: '/release/published_at',
    event: {
      text: '{/repository/name}: release {/release/name|/release/tag_name} is out',
      visibility: 'internal',
      kind: 'release',
    },
  },
];
