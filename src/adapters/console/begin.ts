import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { transitionKinds } from '../../confidence/policy.ts';
import { firstPersonId, firstSetup } from '../../setup/first-setup.ts';
import { importSetup } from '../../setup/import-setup.ts';
import { setupFrom } from '../../setup/setup.ts';
import type { Trip } from '../../shared/database.ts';
import { BadInputError } from '../../shared/errors.ts';
import { isLoopback } from '../../shared/loopback.ts';
import { offerSignIn } from '../../sign-in/offer-sign-in.ts';
import { nothingHere } from './door/assert-may.ts';
import { readForm } from './door/forms.ts';
import { slowDown } from './door/limits.ts';
import type { DoorName } from './door/routes.ts';
import type { Hall } from './hall.ts';
import { renderBegin } from './show/begin.ts';
import { renderBare } from './show/frame.ts';

const words = z.string().trim().max(200);

const answersForm = z.object({
  organisation: words,
  name: words,
  timeZone: words,
  phone: words,
  customer: words,
  customerTimeZone: words,
  leader: words,
  transition: words,
  kind: z.enum(transitionKinds),
  from: words,
  until: words,
});

/**
 * The first run: while Handrail knows nobody, whoever sits at its machine says who they are and whom they care for. Once
 * somebody is known there is nothing here any more.
 */
export function beginHandlers(
  hall: Hall,
): Pick<Record<DoorName, RequestHandler>, 'begin' | 'makeBegin'> {
  return {
    begin: async (request, response) => {
      if (!(await mayBegin(hall, request))) throw nothingHere();
      response.type('html').send(renderBare('Let us begin', renderBegin({}, [])));
    },
    makeBegin: async (request, response) => {
      slowDown(hall.limits.strangers, request.socket.remoteAddress ?? '', hall.ports.clock.now());
      if (!isAtMachine(hall, request)) throw nothingHere();
      const answers = readForm(answersForm, request.body);
      try {
        const { address } = await hall.ports.database.trip(async trip => {
          if (!(await isNobodyKnown(trip))) throw nothingHere();
          await importSetup(trip, setupFrom(firstSetup(answers)));
          return offerSignIn(trip, { personId: firstPersonId, base: hall.origin.base });
        });
        hall.nudge();
        response.redirect(303, address.slice(hall.origin.base.length));
      } catch (error) {
        if (!(error instanceof BadInputError)) throw error;
        const main = renderBegin(answers, error.problems);
        response.status(422).type('html').send(renderBare('Let us begin', main));
      }
    },
  };
}

/** Is this the first run, and asked for at the machine itself? */
export async function mayBegin(hall: Hall, request: Request): Promise<boolean> {
  return isAtMachine(hall, request) && (await hall.ports.database.trip(isNobodyKnown));
}

/** Behind a proxy everybody seems to sit at the machine, so it counts only where the console is reached without one. */
function isAtMachine({ origin }: Hall, { socket }: Request): boolean {
  return isLoopback(new URL(origin.base).hostname) && isLoopback(socket.remoteAddress ?? '');
}

async function isNobodyKnown({ tx }: Trip): Promise<boolean> {
  return (await tx.person.count({ where: { side: 'vendor' } })) === 0;
}
