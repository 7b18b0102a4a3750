import { contactMethods } from '../../../customers/person.ts';
import { internal } from '../../../delivery/audience.ts';
import { proveContact } from '../../../reach/prove-contact.ts';
import { wayName } from '../../../reach/way-words.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

/** `verify 123456`: the code from one's own phone or mailbox, which proves that it is one's own. */
export async function verify(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const { actor, said } = command;
  const code = said.replace(/[\s,.-]/g, '').match(/\d{6}$/)?.[0];
  if (!code) return [privateNote(internal`Which code? Type it like this: ${usageOf('verify')}`)];
  const proven = await proveContact(trip, { personId: actor.id, code });
  switch (proven.kind) {
    case 'proven': {
      const via = contactMethods.find(one => one === proven.via) ?? 'chat';
      const name = wayName({ via, to: proven.address || null });
      return [privateNote(internal`Confirmed: ${name} reaches you. Pages use it from now on.`)];
    }
    case 'wrong':
      return [privateNote(internal`That code does not fit. Look again, or type "test my phone".`)];
    case 'nothing':
      return [
        privateNote(
          internal`No code is on its way to you, or it is too old. "test my phone" sends a new one.`,
        ),
      ];
    default:
      return unreachable(proven);
  }
}
