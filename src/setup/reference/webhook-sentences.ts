import { type KeySentence, says } from './key-sentence.ts';

/** What the keys about systems that are told say. */
export const webhookSentences: Readonly<Record<string, KeySentence>> = {
  webhooks: says(
    'Other systems that are told what happens (docs/webhooks.md).',
    '[{ id: billing, url: "https://billing.example.com/handrail", tells: [request.approved] }]',
  ),
  'webhooks[].id': says('Its name; the secret is WEBHOOK_SECRET_ID in the settings.', 'billing'),
  'webhooks[].url': says(
    'Where it is told: an https address on the internet.',
    'https://billing.example.com/handrail',
  ),
  'webhooks[].customers': says('Of which customers; of all of them when left out.', '[northwind]'),
  'webhooks[].tells': says(
    'What it is told; page.*, milestone.* and request.approved when left out, and confidence.changed where it is internal.',
    '[page.raised, milestone.*]',
  ),
  'webhooks[].audience': says(
    'shared: only what the customer may read as well. internal: everything.',
    'internal',
  ),
};
