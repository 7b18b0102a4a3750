import { stringify } from 'yaml';
import type { ZodType } from 'zod';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import type { Moved } from '../../setup/elsewhere/moved.ts';
import { opsgenieExport, opsgenieSchedules } from '../../setup/elsewhere/opsgenie-schedules.ts';
import { pagerDutyExport, pagerDutySchedules } from '../../setup/elsewhere/pagerduty-schedules.ts';
import { BadInputError } from '../../shared/errors.ts';
import type { Io, Run } from '../io.ts';
import { readInputFile } from '../read-input-file.ts';

/** Products whose schedules can be read. */
export const products = ['opsgenie', 'pagerduty'] as const;
export type Product = (typeof products)[number];

/**
 * Prints the schedules of another product's export as parts of a setup file, and says on standard error what could not be
 * carried over. Writes nothing: whoever moves looks at it first. Throws BadInputError for what is no such export.
 */
export async function showMoved(
  { io }: Run,
  files: readonly string[],
  { from, isJson }: { from: Product; isJson: boolean },
): Promise<void> {
  const now = systemClock.now();
  const moved =
    from === 'opsgenie'
      ? opsgenieSchedules(readAll(files, io, opsgenieExport), now)
      : pagerDutySchedules(readAll(files, io, pagerDutyExport), now);
  await io.out(isJson ? `${JSON.stringify(moved)}\n` : asYaml(moved, from));
  for (const line of moved.left) io.err(`⚠️ ${line}\n`);
}

function readAll<T>(files: readonly string[], io: Io, shape: ZodType<T[]>): T[] {
  return files.flatMap(file => {
    const parsed = shape.safeParse(parseJson(readInputFile(file, io), file));
    if (parsed.success) return parsed.data;
    throw new BadInputError([
      `${file}: is no export of schedules that I know. Give the JSON of the product's API or of its backup, with the rotations in it.`,
    ]);
  });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadInputError([`${file}: is not JSON. Give the answer of the product's API.`], {
      cause,
    });
  }
}

function asYaml({ people, schedules }: Moved, from: Product): string {
  const head = [
    `# Schedules of ${from}, for the setup file. People stand here by the names they have there: give those who`,
    '# are in your setup already the ids they have in it. Look at the result with: handrail import --dry-run',
  ];
  return `${head.join('\n')}\n${stringify({ people, schedules }, { lineWidth: 110, aliasDuplicateObjects: false })}`;
}
