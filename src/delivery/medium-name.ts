/** What people call each way by which somebody is reached. */
const mediumNames = {
  chat: 'chat',
  sms: 'text message',
  voice: 'call',
  email: 'e-mail',
  webhook: 'webhook',
  push: 'notification on your phone',
  pagerduty: 'PagerDuty',
} as const;

/** A way by which somebody is reached. */
export type Medium = keyof typeof mediumNames;

/** A medium in plain words; a name that is none of ours as it is. */
export function mediumName(via: string): string {
  return Object.hasOwn(mediumNames, via) ? mediumNames[via as Medium] : via;
}
