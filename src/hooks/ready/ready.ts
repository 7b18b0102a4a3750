import type { HookRule } from '../hook.ts';
import { alertmanagerRules } from './alertmanager.ts';
import { githubRules } from './github.ts';
import { gitlabRules } from './gitlab.ts';
import { jiraRules } from './jira.ts';
import { pagerdutyRules } from './pagerduty.ts';
import { servicenowRules } from './servicenow.ts';
import { statuspageRules } from './statuspage.ts';
import { zendeskRules } from './zendesk.ts';

/** Ready rules for what systems send, all of it internal: `like: github` in the setup file. */
const ready = {
  github: githubRules,
  gitlab: gitlabRules,
  jira: jiraRules,
  zendesk: zendeskRules,
  servicenow: servicenowRules,
  alertmanager: alertmanagerRules,
  statuspage: statuspageRules,
  pagerduty: pagerdutyRules,
} as const;

export type ReadyName = keyof typeof ready;

export const readyNames = Object.keys(ready) as [ReadyName, ...ReadyName[]];

/** The ready rules of this name; none for null, or a name that nobody knows any more. */
export function readyRules(name: string | null): readonly HookRule[] {
  const known = readyNames.find(one => one === name);
  return known ? ready[known] : [];
}
