import { systemClock } from '../adapters/clock/system-clock.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../shared/logger.ts';
import { checkCarriers } from './check-carriers.ts';
import { checkSettings } from './check-settings.ts';
import type { Finding } from './finding.ts';

/** Looks at the settings, and asks the carriers and platforms they name whether they take us. Sends nothing to anybody. */
export async function examineSettings(config: Config, logger: Logger): Promise<Finding[]> {
  return [
    ...checkSettings(config),
    ...(await checkCarriers(config)),
    ...(await examineSlack(config, logger)),
    ...(await examineTeams(config)),
  ];
}

async function examineSlack(config: Config, logger: Logger): Promise<Finding[]> {
  if (!config.slack) return [];
  const { checkSlack } = await import('./check-slack.ts');
  return checkSlack({ config, logger });
}

/** A platform's code is loaded only where it is set up. */
async function examineTeams(config: Config): Promise<Finding[]> {
  if (!config.teams) return [];
  const { checkTeamsToken } = await import('./check-teams.ts');
  return checkTeamsToken(config, systemClock);
}
