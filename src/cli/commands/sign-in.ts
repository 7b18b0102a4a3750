import type { Command } from 'commander';
import { findPerson } from '../../customers/find-person.ts';
import { BadInputError } from '../../shared/errors.ts';
import { minute } from '../../shared/time.ts';
import { findPublicUrl } from '../../shifts/find-public-url.ts';
import { offerSignIn } from '../../sign-in/offer-sign-in.ts';
import { signInPolicy } from '../../sign-in/session.ts';
import type { Run } from '../io.ts';
import { settingsOf, withDatabase } from '../with-database.ts';

/** `handrail sign-in PERSON`: a link with which this person signs in to the console, where no chat can bring one. */
export function addSignIn(program: Command, run: Run): void {
  program
    .command('sign-in')
    .description('show a link that signs one of your people in to the console, once')
    .argument('<person>', 'the person’s id')
    .action((person: string) => signIn(run, person));
}

async function signIn(run: Run, personId: string): Promise<void> {
  const address = await withDatabase(run, database =>
    database.trip(async trip => {
      const person = await findPerson(trip.tx, personId);
      if (!person?.active || person.side !== 'vendor') {
        throw new BadInputError([
          `${personId}: is none of your people. Write the id of a person of the vendor, as the setup has it.`,
        ]);
      }
      const base = (await findPublicUrl(trip.tx)) || settingsOf(run.io).publicUrl;
      return (await offerSignIn(trip, { personId, base })).address;
    }),
  );
  // The address alone on standard output, so that a script can take it from there.
  await run.io.out(`${address}\n`);
  const minutes = signInPolicy.linkFor / minute;
  run.io.err(`It works once, for ${personId} alone, within ${minutes} minutes.\n`);
}
