import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { createSeededRandom } from '../../adapters/clock/seeded-random.ts';
import { createVirtualClock } from '../../adapters/clock/virtual-clock.ts';
import { openDatabase } from '../../adapters/database/open-database.ts';
import { jsonLine, jsonSummary, type Line } from '../../rehearsal/line.ts';
import { readScenario } from '../../rehearsal/read-scenario.ts';
import { isShown, readableHead, readableLine, readableSummary } from '../../rehearsal/readable.ts';
import { type Rehearsed, rehearse } from '../../rehearsal/rehearse.ts';
import type { Scenario } from '../../rehearsal/scenario.ts';
import type { OpenWorld } from '../../rehearsal/stage.ts';
import { createWorld } from '../../world.ts';
import type { Io, Run } from '../io.ts';
import { createProgress } from '../progress.ts';
import { readInputFile } from '../read-input-file.ts';
import { createTerseLogger } from '../terse-logger.ts';

/** `handrail rehearse FILE`: a scenario on virtual time, its transcript, and whether it went as expected. */
export function addRehearse(program: Command, run: Run): void {
  program
    .command('rehearse')
    .description('live a scenario through on virtual time and print what is said')
    .argument('<file>', 'a scenario file (YAML)')
    .option('--json', 'one JSON object a line, a summary last')
    .addHelpText(
      'after',
      '\nExample: handrail rehearse examples/northwind.scenario.yaml\nExit code 1 when an expectation failed.',
    )
    .action((file: string, { json }: { json?: true }) =>
      rehearseFile(run, file, json ? asJson : asText),
    );
}

async function rehearseFile({ io, end }: Run, file: string, printer: Printer): Promise<void> {
  const scenario = readScenario({
    file,
    text: readInputFile(file, io),
    open: path => {
      const setupFile = join(dirname(file), path);
      return { file: setupFile, text: readInputFile(setupFile, io) };
    },
  });
  const print = printer(scenario);
  const progress = createProgress(io);
  const writes: Promise<void>[] = [io.out(print.head)];
  const rehearsed = await rehearse(scenario, openWorld(io), line => {
    progress.tell(() => `rehearsing, ${line.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`);
    writes.push(io.out(print.line(line)));
  });
  progress.end();
  await Promise.all(writes);
  await io.out(print.end(rehearsed));
  end(rehearsed.summary.expectations.failed > 0 ? 1 : 0);
}

/** How a transcript is written: what stands above, each line, and what stands below. */
type Printer = (scenario: Scenario) => {
  readonly head: string;
  line(line: Line): string;
  end(rehearsed: Rehearsed): string;
};

const asJson: Printer = () => ({
  head: '',
  line: line => `${jsonLine(line)}\n`,
  end: ({ summary }) => `${jsonSummary(summary)}\n`,
});

const asText: Printer = scenario => {
  let previous: Line | null = null;
  return {
    head: `${readableHead(scenario)}\n`,
    line: line => {
      if (!isShown(line)) return '';
      const text = readableLine(line, previous, scenario.cast);
      previous = line;
      return `${text}\n`;
    },
    end: ({ summary }) => `${readableSummary(summary)}\n`,
  };
};

/** The real code over an empty database in memory, on a clock that only the scenario moves. */
function openWorld(io: Io): OpenWorld {
  return async ({ from, seed, surfaces }) => {
    const clock = createVirtualClock(from);
    const random = createSeededRandom(seed);
    const database = await openDatabase({ kind: 'memory' }, { clock, random });
    const ports = { database, clock, random };
    const { engine, receive } = createWorld({ ...ports, surfaces, logger: createTerseLogger(io) });
    return { ports, engine, receive, close: () => database.close() };
  };
}
