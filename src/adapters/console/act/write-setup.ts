import { z } from 'zod';
import { mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import { answerableFor, type Owners } from '../../../setup/answerable.ts';
import { dryRun } from '../../../setup/dry-run.ts';
import { importSetup } from '../../../setup/import-setup.ts';
import { listOwners } from '../../../setup/list-owners.ts';
import { lockImports } from '../../../setup/lock-imports.ts';
import { readYaml } from '../../../setup/read-yaml.ts';
import { refuseUnderWay } from '../../../setup/refuse-under-way.ts';
import type { Setup } from '../../../setup/setup.ts';
import { completeSetup } from '../../../setup/stored/complete-setup.ts';
import type { Trip } from '../../../shared/database.ts';
import { BadInputError } from '../../../shared/errors.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import {
  findSetupLook,
  printOf,
  type SetupLook,
  type SetupTried,
  type SetupWritten,
} from '../look/find-setup-look.ts';
import { type SetupWish, setupAddress, setupWishOf } from '../look/setup-wish.ts';
import type { Doing } from './doing.ts';

const wish = z.object({
  text: z.string().max(1_000_000),
  how: z.enum(['try', 'save']),
  from: z.string().max(1_000).default(''),
  /** How the part stood when they opened it; left out, it is nobody's trouble how it stands. */
  print: z.string().max(100).optional(),
});

/** What somebody wrote, to be looked at once more. */
export interface Rewritten {
  readonly look: SetupLook;
  readonly written: SetupWritten;
}

/**
 * Looks at a setup that somebody has written, or brings it in; what is wrong is told as an import tells it, with its line.
 * Where the part is another by now than they opened, nothing is brought in before they have seen what that would undo.
 */
export async function writeSetup(doing: Doing): Promise<string | Rewritten> {
  const { text, how, from, print } = readForm(wish, doing.body);
  const writing = { doing, text, print, part: setupWishOf(new URLSearchParams(from)) };
  const first = how === 'save' ? await looking(() => save(writing)) : 'untried';
  if (first === 'saved') {
    const isNew = writing.part.part?.kind === 'new';
    return doneAt(isNew ? '/console/setup' : setupAddress(writing.part), 'imported');
  }
  // Read before the text is looked at: a change in between is another print, and is noticed at the next press.
  const look = await doing.ports.database.trip(trip => lookAt(trip, writing));
  const looked = first === 'untried' ? await looking(() => tried(writing)) : first;
  return { look, written: { text, isOvertaken: isOvertaken(look, print), ...looked } };
}

interface Writing {
  readonly doing: Doing;
  readonly text: string;
  readonly part: SetupWish;
  readonly print: string | undefined;
}

async function lookAt(trip: Trip, { doing, part }: Writing): Promise<SetupLook> {
  const look = await findSetupLook(trip, doing.session.person, part);
  if (!look) throw nothingHere();
  return look;
}

function isOvertaken({ section }: SetupLook, print: string | undefined): boolean {
  return print !== undefined && print !== printOf(section);
}

type Looked = Pick<SetupWritten, 'problems' | 'tried'>;

async function looking<T>(work: () => Promise<T>): Promise<T | Looked> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadInputError) return { problems: error.problems, tried: null };
    throw error;
  }
}

async function tried({ doing: { ports, session }, text }: Writing): Promise<Looked> {
  const read = readYaml(text, 'setup');
  const setup = await ports.database.trip(({ tx }) => completeSetup(tx, read));
  const report: SetupTried = await dryRun(ports.database, { setup });
  const owners = await ports.database.trip(({ tx }) => listOwners(tx, setup));
  assertTheirs(session.person, report, { setup, owners });
  return { problems: [], tried: report };
}

function save(writing: Writing): Promise<'saved' | 'untried'> {
  const { ports, session } = writing.doing;
  const read = readYaml(writing.text, 'setup');
  return ports.database.trip(async trip => {
    // Before anything is read: two who bring something in at once must not both go by what was there before.
    await lockImports(trip.tx);
    await refuseUnderWay(trip);
    if (isOvertaken(await lookAt(trip, writing), writing.print)) return 'untried';
    const setup = await completeSetup(trip.tx, read);
    const owners = await listOwners(trip.tx, setup);
    assertTheirs(session.person, await importSetup(trip, setup), { setup, owners });
    return 'saved';
  });
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
