import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../../config.ts';
import { checkRunning } from '../../doctor/check-running.ts';
import { examineSettings } from '../../doctor/examine-settings.ts';
import { examineStored } from '../../doctor/examine-stored.ts';
import { type Finding, findingLine, fix, note } from '../../doctor/finding.ts';
import { BadInputError, HandrailError } from '../../shared/errors.ts';
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
  const logger = createTerseLogger(run.io);
  return [...(await examineSettings(config, logger)), ...(await examineDatabase(run, config))];
}

async function examineDatabase(run: Run, config: Config): Promise<Finding[]> {
  const { database } = config;
  if (database.kind === 'directory' && !existsSync(database.path)) {
    return [note('database', 'not there yet. "handrail start" or "handrail import" makes it.')];
  }
  const logger = createTerseLogger(run.io);
  try {
    return await withDatabase(run, opened => examineStored(opened, { config, logger }));
  } catch (error) {
    if (!(error instanceof HandrailError)) throw error;
    const running = database.kind === 'directory' ? await checkRunning(config) : null;
    return [running ?? fix('database', error.message)];
  }
}
