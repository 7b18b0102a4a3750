import { mayDo } from '../../../customers/permission.ts';
import { actorOf } from '../../arrival/turn.ts';
import type { Command } from './command.ts';

/** May this person give a command that is about no customer in particular? Only what every vendor person may. */
export function mayAnywhere({ name, turn }: Command): boolean {
  return mayDo(name, actorOf(turn), { customerId: '', managerId: null, placeCustomerId: null });
}
