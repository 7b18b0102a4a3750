import type { Outgoing, Sent, Surface } from '../../delivery/surface.ts';
import { signWebhook } from '../../hooks/sign-webhook.ts';
import type { Clock } from '../../shared/clock.ts';
import { hour, second } from '../../shared/time.ts';
import { callPublic, type Reach } from '../api/call-public.ts';
import type { ServerAnswer } from '../api/call-server.ts';
import { type HookSecrets, secretSetting, webhookSecretPrefix } from '../api/hooks/secrets.ts';

export interface WebhooksParts {
  readonly secrets: HookSecrets;
  readonly clock: Clock;
  readonly reach: Reach;
}

/** Other systems as Standard Webhooks: the id of a message stays, however often it is sent. */
export function openWebhooks({ secrets, clock, reach }: WebhooksParts): Surface {
  async function send(message: Outgoing): Promise<Sent> {
    const { messageId: id, address, text, mayLeave } = message;
    const setting = secretSetting(webhookSecretPrefix, address.workspace);
    const [secret, ...older] = secrets.get(setting) ?? [];
    if (secret === undefined)
      return { outcome: 'retry', detail: `nothing to sign with: set ${setting}` };
    const timestamp = Math.floor(clock.now().getTime() / second);
    const webhook = { id, timestamp, body: text };
    const signatures = [secret, ...older].map(
      each => signWebhook(webhook, each)['webhook-signature'],
    );
    const answer = await callPublic(
      {
        method: 'POST',
        url: new URL(address.id),
        headers: {
          'content-type': 'application/json',
          ...signWebhook(webhook, secret),
          'webhook-signature': signatures.join(' '),
        },
        body: text,
        signal: AbortSignal.timeout(5 * second),
        longestAnswer: 10_000,
        mayLeave,
      },
      reach,
    );
    return verdictOf(answer, id);
  }

  return {
    platform: 'webhooks',
    send,
    // Nothing of what was told is ever changed.
    edit: async () => ({ outcome: 'refused', detail: 'what was told is not changed' }),
    // Whoever is told twice knows it by its id, so it is better told twice than not at all.
    find: async () => null,
  };
}

/**
 * Anything but a good answer is tried again, as Standard Webhooks asks; 410 says that nobody wants it any more. What was
 * lost on its way counts as not arrived: the receiver knows it by its id.
 */
function verdictOf(answer: ServerAnswer, ref: string): Sent {
  if (answer.kind !== 'answered') return { outcome: 'retry', detail: answer.detail };
  const { status, retryAfter } = answer;
  const detail = `it answered ${status}`;
  if (status >= 200 && status < 300) return { outcome: 'sent', ref };
  if (status === 410) return { outcome: 'refused', detail: `${detail}: it wants no more` };
  const wished = Number(retryAfter ?? Number.NaN) * second;
  const pause = wished >= 0 ? { afterMilliseconds: Math.min(wished, hour) } : {};
  return { outcome: 'retry', detail, ...pause };
}
