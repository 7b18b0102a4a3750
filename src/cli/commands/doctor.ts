import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { createCryptoRandom } from '../../adapters/clock/crypto-random.ts';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError, HandrailError } from '../../shared/errors.ts';
import { checkCalendars } from '../doctor/check-calendars.ts';
import { checkCarriers } from '../doctor/check-carriers.ts';
import { checkClock } from '../doctor/check-clock.ts';
import { checkCustomers } from '../doctor/check-customers.ts';
import { checkImport } from '../doctor/check-import.ts';
import { checkLadders } from '../doctor/check-ladders.ts';
import { checkEscalations, checkGaps } from '../doctor/check-on-call.ts';
import { checkReadiness } from '../doctor/check-readiness.ts';
import { checkRunning } from '../doctor/check-running.ts';
import { checkSettings } from '../doctor/check-settings.ts';
import { checkWebhooks } from '../doctor/check-webhooks.ts';
import { type Finding, findingLine, fine, fix, note } from '../doctor/finding.ts';
import { loadStanding } from '../doctor/load-counts.ts';
import { mediaOf } from '../doctor/media-of.ts';
import type { Run } from '../io.ts';
import { createTerseLogger } from '../terse-logger.ts';
import { settingsOf, withDatabase } from '../with-database.ts';

/** `handrail doctor`: looks at everything a page depends on, and says what to do. */
export function addDoctor(program: Command, run: Run): void {
  program
    .command('doctor')
    .description('check settings, database, clock, on-call and customers, and say what to do')
    .addHelpText(
      'after',
      '\nOpens the database as start does. Exit code 1 when something must be fixed.',
    )
    .action(async () => {
      const findings = await examine(run);
      await run.io.out(`${findings.map(findingLine).join('\n')}\n`);
      const faults = findings.filter(({ level }) => level === 'fix').length;
      const verdict =
        faults === 0 ? 'Nothing must be fixed.' : `${faults} to fix (⚠️). Then run this again.`;
      await run.io.out(`\n${verdict}\n`);
      run.end(faults === 0 ? 0 : 1);
    });
}

async function examine(run: Run): Promise<Finding[]> {
  let config: Config;
  try {
    config = settingsOf(run.io);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return error.problems.map(problem => fix('settings', problem));
  }
  return [
    ...checkSettings(config),
    ...(await checkCarriers(config)),
    ...(await examineSlack(run, config)),
    ...(await examineTeams(config)),
    ...(await examineDatabase(run, config)),
  ];
}

async function examineSlack({ io }: Run, config: Config): Promise<Finding[]> {
  if (!config.slack) return [];
  const { checkSlack } = await import('../doctor/check-slack.ts');
  return checkSlack({ config, logger: createTerseLogger(io) });
}

/** A platform's code is loaded only where it is set up. */
async function examineTeams(config: Config): Promise<Finding[]> {
  if (!config.teams) return [];
  const { checkTeamsToken } = await import('../doctor/check-teams.ts');
  return checkTeamsToken(config, systemClock);
}

async function examineDatabase(run: Run, config: Config): Promise<Finding[]> {
  const { database } = config;
  if (database.kind === 'directory' && !existsSync(database.path)) {
    return [note('database', 'not there yet. "handrail start" or "handrail import" makes it.')];
  }
  try {
    return await withDatabase(run, async opened => [
      ...(await examineContents(opened, config)),
      ...(await examineSlackPlaces(run, opened, config)),
    ]);
  } catch (error) {
    if (!(error instanceof HandrailError)) throw error;
    const running = database.kind === 'directory' ? await checkRunning(config) : null;
    return [running ?? fix('database', error.message)];
  }
}

async function examineSlackPlaces(
  { io }: Run,
  database: Database,
  config: Config,
): Promise<Finding[]> {
  if (!config.slack) return [];
  const { checkSlackPlaces } = await import('../doctor/check-slack.ts');
  const ports = { database, clock: systemClock, random: createCryptoRandom() };
  return checkSlackPlaces({ config, logger: createTerseLogger(io) }, ports);
}

async function examineContents(database: Database, config: Config): Promise<Finding[]> {
  const now = systemClock.now();
  const standing = await loadStanding(database.client);
  return [
    fine('database', 'reachable, its tables are those of this build.'),
    await checkClock(database, systemClock.now),
    ...checkImport(standing.lastImport, now),
    ...checkCustomers(standing),
    ...checkGaps(standing, now),
    ...checkEscalations(standing, mediaOf(config), now),
    ...(await checkReadiness(database)),
    ...(await checkWebhooks(database.client, config)),
    ...(await checkLadders(database, standing, now)),
    ...(await checkCalendars(database, now)),
    ...(config.teams
      ? await (await import('../doctor/check-teams.ts')).checkTeamsPlaces(config, database.client)
      : []),
  ];
}
