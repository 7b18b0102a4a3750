import { internal } from '../../../delivery/audience.ts';
import { sentence } from '../../../delivery/fact-words.ts';
import type { Trip } from '../../../shared/database.ts';
import { whenBack } from '../../../situation/when-back.ts';
import { openTask } from '../../../tasks/open-task.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { factText } from './fact-text.ts';
import { findColleague } from './find-colleague.ts';
import { forCustomer } from './for-customer.ts';
import { usageOf } from './usage.ts';

/** `task northwind: text [for NAME]`: something to do, for whoever types it or for a colleague. */
export async function task(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async naming => {
    const { customer } = naming;
    const said = factText(command, naming);
    if (said === '') return [note(customer.id, internal`What is to be done? ${usageOf('task')}`)];
    const { text, assignee } = await splitAssignee(trip, command, said);
    await openTask(trip, {
      key: `task:${command.turn.inboxId}`,
      customerId: customer.id,
      kind: 'asked',
      text,
      assigneeId: assignee.id,
    });
    if (assignee.id === command.actor.id) return [];
    const back = await whenBack(trip, customer, assignee);
    const hears = back ? internal` ${back}` : internal``;
    return [note(customer.id, internal`${assignee.name} has it: ${sentence(text)}${hears}`)];
  });
}

/** "… for Ada" at the end names a colleague only when one is called exactly that. */
async function splitAssignee(trip: Trip, command: Command, said: string) {
  const cut = said.toLowerCase().lastIndexOf(' for ');
  const match = cut < 0 ? null : await findColleague(trip.tx, said.slice(cut + 5));
  if (match?.kind !== 'one') return { text: said, assignee: command.actor };
  return { text: said.slice(0, cut).trim(), assignee: match.found };
}
