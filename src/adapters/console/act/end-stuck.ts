import { z } from 'zod';
import { freeHeld } from '../../../delivery/free-held.ts';
import { withdrawMessages } from '../../../delivery/withdraw-messages.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { listHeld } from '../look/list-held.ts';
import type { Doing } from './doing.ts';
import { several } from './several.ts';

const wish = z.object({ message: several, how: z.enum(['send', 'drop']) });

/** Sends messages that did not go out once more, or drops them, all or none, and writes down who said so. */
export async function endStuck({ ports, session, body }: Doing): Promise<string> {
  const { message: ids, how } = readForm(wish, body);
  await ports.database.trip(async trip => {
    const { tx, now, random } = trip;
    const held = await listHeld(trip, session.person, { ids });
    if (held.length === 0 || held.some(({ isTheirs }) => !isTheirs)) throw nothingHere();
    if (how === 'send')
      await freeHeld(
        trip,
        held.map(({ id }) => id),
      );
    else
      await withdrawMessages(
        trip,
        held.map(({ key }) => key),
      );
    await tx.audit.createMany({
      data: held.map(({ key, customerId }) => ({
        id: random.id(),
        at: now,
        actorId: session.person.id,
        action: how === 'send' ? 'message.send' : 'message.drop',
        customerId,
        subject: key,
      })),
    });
  });
  return doneAt('/console/organisation', how === 'send' ? 'freed' : 'dropped');
}
