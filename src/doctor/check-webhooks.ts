import {
  hookSecretPrefix,
  secretSetting,
  webhookSecretPrefix,
} from '../adapters/api/hooks/secrets.ts';
import { addressProblem } from '../adapters/api/public-address.ts';
import type { Config } from '../config.ts';
import type { Tx } from '../shared/database.ts';
import { listWebhooks, type WebhookStanding } from '../webhooks/list-webhooks.ts';
import { type Finding, fine, fix, note } from './finding.ts';

/** Doors of other systems, and systems that are told: whether they can prove themselves, and whether they are heard. */
export async function checkWebhooks(tx: Tx, config: Config): Promise<Finding[]> {
  const hooks = await tx.hook.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const webhooks = await listWebhooks(tx);
  return [
    ...hooks.map(({ id }) => hookFinding(id, config)),
    ...webhooks.flatMap(webhook => webhookFindings(webhook, config)),
  ];
}

function hookFinding(id: string, { hookSecrets }: Config): Finding {
  const setting = secretSetting(hookSecretPrefix, id);
  return hookSecrets.has(setting)
    ? fine(`hook ${id}`, 'has a secret.')
    : fix(`hook ${id}`, `has no secret, so it refuses everybody. Set ${setting}.`);
}

function webhookFindings(webhook: WebhookStanding, config: Config): Finding[] {
  const { id, url, failed, lastProblem, waiting } = webhook;
  const about = `webhook ${id}`;
  const setting = secretSetting(webhookSecretPrefix, id);
  const address = addressProblem(new URL(url), config.loopback);
  const why = lastProblem === null ? '' : ` The last one: ${lastProblem}.`;
  const faults = [
    ...(config.webhookSecrets.has(setting)
      ? []
      : [fix(about, `has nothing to sign with, so it is told nothing. Set ${setting}.`)]),
    ...(address === null ? [] : [fix(about, `cannot be told: ${address}.`)]),
    ...(failed === 0
      ? []
      : [fix(about, `did not hear ${failed}.${why} Then: handrail webhook replay ${id}.`)]),
    ...(failed === 0 && waiting > 0 && lastProblem !== null
      ? [note(about, `${waiting} on the way.${why}`)]
      : []),
  ];
  return faults.length > 0 ? faults : [fine(about, 'can be told.')];
}
