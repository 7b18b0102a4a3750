/** Secrets of other systems, by the name of their door as settings spell it: "DEPLOYS". */
export type HookSecrets = ReadonlyMap<string, readonly string[]>;

/** What is wrong with a secret in the settings. */
export interface SecretProblem {
  readonly name: string;
  readonly what: string;
}

/** The prefix of the settings that hold the secrets of doors. */
export const hookSecretPrefix = 'HOOK_SECRET_';

/** The prefix of those that sign what other systems are told. */
export const webhookSecretPrefix = 'WEBHOOK_SECRET_';

const shortest = 16;

/** The setting that holds the secret of a door or a receiver: deploys → HOOK_SECRET_DEPLOYS. */
export function secretSetting(prefix: string, id: string): string {
  return `${prefix}${id.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

/** The secrets among the settings, and what is wrong with them. Two with a space between: both are good, while one is being replaced. */
export function secretsIn(
  settings: Readonly<Record<string, string>>,
  prefix: string,
): { readonly secrets: HookSecrets; readonly problems: readonly SecretProblem[] } {
  const secrets = new Map<string, readonly string[]>();
  const problems: SecretProblem[] = [];
  for (const [name, written] of Object.entries(settings)) {
    if (!name.startsWith(prefix)) continue;
    const each = written.trim().split(/\s+/);
    if (each.some(({ length }) => length < shortest)) problems.push({ name, what: tooShort });
    secrets.set(name, each);
  }
  return { secrets, problems };
}

const tooShort = `is too short. Use at least ${shortest} characters, such as the output of: openssl rand -hex 32`;
