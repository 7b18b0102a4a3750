import { z } from 'zod';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import { answerableFor, type Owners } from '../../../setup/answerable.ts';
import { dryRun } from '../../../setup/dry-run.ts';
import { importSetup } from '../../../setup/import-setup.ts';
import { listOwners } from '../../../setup/list-owners.ts';
import { readYaml } from '../../../setup/read-yaml.ts';
import { refuseUnderWay } from '../../../setup/refuse-under-way.ts';
import type { Setup } from '../../../setup/setup.ts';
import { completeSetup } from '../../../setup/stored/complete-setup.ts';
import { BadInputError } from '../../../shared/errors.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import {
  findSetupLook,
  type SetupLook,
  type SetupTried,
  type SetupWritten,
} from '../look/find-setup-look.ts';
import { setupAddress, setupWishOf } from '../look/setup-wish.ts';
import type { Doing } from './doing.ts';

const wish = z.object({
  text: z.string().max(1_000_000),
  how: z.enum(['try', 'save']),
  from: z.string().max(1_000).default(''),
});

/** What somebody wrote, to be looked at once more. */
export interface Rewritten {
  readonly look: SetupLook;
  readonly written: SetupWritten;
}

/** Looks at a setup that somebody has written, or brings it in; what is wrong is told as an import tells it, with its line. */
export async function writeSetup(doing: Doing): Promise<string | Rewritten> {
  const { ports, session, body } = doing;
  const { text, how, from } = readForm(wish, body);
  const { person } = session;
  const part = setupWishOf(new URLSearchParams(from));
  const looked = await looking(() => (how === 'save' ? save(doing, text) : tried(doing, text)));
  if (looked === 'saved') {
    const isNew = part.part?.kind === 'new';
    return doneAt(isNew ? '/console/setup' : setupAddress(part), 'imported');
  }
  const look = await ports.database.trip(trip => findSetupLook(trip, person, part));
  if (!look) throw nothingHere();
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

async function tried({ ports, session }: Doing, text: string): Promise<Looked> {
  const read = readYaml(text, 'setup');
  const setup = await ports.database.trip(({ tx }) => completeSetup(tx, read));
  const report: SetupTried = await dryRun(ports.database, { setup });
  const owners = await ports.database.trip(({ tx }) => listOwners(tx, setup));
  assertTheirs(session.person, report, { setup, owners });
  return { problems: [], tried: report };
}

async function save({ ports, session }: Doing, text: string): Promise<Looked> {
  const read = readYaml(text, 'setup');
  await ports.database.trip(async trip => {
    await refuseUnderWay(trip);
    const setup = await completeSetup(trip.tx, read);
    const owners = await listOwners(trip.tx, setup);
    assertTheirs(session.person, await importSetup(trip, setup), { setup, owners });
  });
  return 'saved';
}

const about = { customerId: '', managerId: null, placeCustomerId: null };

/** Refuses all of it, where one line of what it would do is not this person's alone to answer for. */
function assertTheirs(
  person: Person,
  { created, changed }: Pick<SetupTried, 'created' | 'changed'>,
  { setup, owners }: { readonly setup: Setup; readonly owners: Owners },
): void {
  const problems = [...created, ...changed].flatMap(name => {
    const keeperIds = answerableFor(name, setup, owners);
    if (mayDo('setup', person, { ...about, keeperIds })) return [];
    const others = keeperIds.filter(id => id !== person.id).join(', ');
    return [
      `${name}: ${others} would have to say so too. Leave it as it is, or import it as a file.`,
    ];
  });
  if (problems.length > 0) throw new BadInputError(problems);
}
