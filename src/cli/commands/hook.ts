import type { Command } from 'commander';
import { type Deed, deedLine, type Unused } from '../../hooks/deed.ts';
import { findHook } from '../../hooks/find-hook.ts';
import { readDeeds } from '../../hooks/read-deeds.ts';
import { nearest } from '../../setup/nearest.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { readInputFile } from '../read-input-file.ts';
import { withDatabase } from '../with-database.ts';

/** `handrail hook …`: what other systems send to /hooks/NAME. */
export function addHook(program: Command, run: Run): void {
  const hook = program.command('hook').description('what other systems send to /hooks/NAME');
  hook
    .command('try')
    .description('show what a payload would do, without doing it')
    .argument('<name>', 'the hook, as the setup file calls it')
    .argument('<file>', 'a payload, as JSON')
    .option('--event <name>', 'what the sender’s header calls it, like deployment_status')
    .action((name: string, file: string, { event = null }: { event?: string | null }) =>
      tryOut(run, { name, file, event }),
    );
}

interface Trial {
  readonly name: string;
  readonly file: string;
  readonly event: string | null;
}

async function tryOut(run: Run, { name, file, event }: Trial): Promise<void> {
  const payload = payloadOf(readInputFile(file, run.io), file);
  const deeds = await withDatabase(run, database =>
    database.trip(async ({ tx, now }): Promise<readonly (Deed | Unused)[]> => {
      const hook = await findHook(tx, name);
      if (!hook) {
        const known = await tx.hook.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
        throw new BadInputError([
          unknownHook(
            name,
            known.map(({ id }) => id),
          ),
        ]);
      }
      return readDeeds(hook, { id: 'hook:try', hook: { name, event, payload } }, now);
    }),
  );
  await run.io.out(`${deeds.map(deedLine).join('\n')}\n`);
}

function payloadOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadInputError([`${file}: is no JSON. Save the body of a delivery as it came.`], {
      cause,
    });
  }
}

function unknownHook(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const advice = near ? ` Did you mean ${near}?` : ' Write it under hooks: in the setup file.';
  return `${name}: there is no such hook.${advice}`;
}
