import { z } from 'zod';
import { dryRun } from '../../../setup/dry-run.ts';
import { importSetup } from '../../../setup/import-setup.ts';
import { refuseUnderWay } from '../../../setup/refuse-under-way.ts';
import { readSetup } from '../../../setup/setup.ts';
import { BadInputError } from '../../../shared/errors.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import {
  loadSetup,
  maySetUp,
  type SetupLook,
  type SetupTried,
  type SetupWritten,
} from '../look/load-setup.ts';
import type { Doing } from './doing.ts';

const wish = z.object({ text: z.string().max(1_000_000), how: z.enum(['try', 'save']) });

/** What somebody wrote, to be looked at once more. */
export interface Rewritten {
  readonly look: SetupLook;
  readonly written: SetupWritten;
}

/** Looks at a setup that somebody has written, or brings it in; what is wrong is told as an import tells it, with its line. */
export async function writeSetup(doing: Doing): Promise<string | Rewritten> {
  const { ports, session, body } = doing;
  const { text, how } = readForm(wish, body);
  const { person } = session;
  if (!(await ports.database.trip(trip => maySetUp(trip, person)))) throw nothingHere();
  const looked = await looking(() => (how === 'save' ? save(doing, text) : tried(doing, text)));
  if (looked === 'saved') return doneAt('/console/setup', 'imported');
  const look = await ports.database.trip(trip => loadSetup(trip));
  return { look, written: { text, ...looked } };
}

type Looked = 'saved' | Omit<SetupWritten, 'text'>;

async function looking(work: () => Promise<Looked>): Promise<Looked> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInputError) return { problems: error.problems, tried: null };
    throw error;
  }
}

async function tried({ ports }: Doing, text: string): Promise<Looked> {
  const report: SetupTried = await dryRun(ports.database, { setup: readSetup(text, 'setup') });
  return { problems: [], tried: report };
}

async function save({ ports }: Doing, text: string): Promise<Looked> {
  const setup = readSetup(text, 'setup');
  await ports.database.trip(async trip => {
    await refuseUnderWay(trip);
    await importSetup(trip, setup);
  });
  return 'saved';
}
