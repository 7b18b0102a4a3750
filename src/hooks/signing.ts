/** How another system proves that a request is its own: each kind with what it sends. */
export const signings = {
  standard: 'webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks)',
  github: 'X-Hub-Signature-256: sha256=… of the body',
  jira: 'X-Hub-Signature: sha256=… of the body (WebSub)',
  slack: 'X-Slack-Signature: v0=… of X-Slack-Request-Timestamp and the body',
  zendesk:
    'X-Zendesk-Webhook-Signature of X-Zendesk-Webhook-Signature-Timestamp and the body, as base64',
  pagerduty: 'X-PagerDuty-Signature: v1=… of the body',
  gitlab: 'the secret itself as X-Gitlab-Token',
  bearer: 'the secret itself as Authorization: Bearer …, or as the password of Basic',
  address: 'the secret itself in the address, ?key=…, for systems that can do nothing else',
} as const;

export type Signing = keyof typeof signings;

/** Every kind, as the setup file writes it. */
export const signingNames = Object.keys(signings) as [Signing, ...Signing[]];
