import { usualTells, webhookTells } from '../webhooks/webhook.ts';
import { filled, list, mapping } from './shape.ts';
import { id, oneOf, webAddress } from './values.ts';

/** One entry of `webhooks`. */
export const setupWebhook = mapping({
  id,
  url: webAddress,
  customers: list(id, 10_000).default([]),
  tells: filled(oneOf(webhookTells), 'name', 50).default([...usualTells]),
  audience: oneOf(['shared', 'internal']).default('shared'),
});
