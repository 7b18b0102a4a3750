import { mayDo } from '../../../customers/permission.ts';
import { actorOf } from '../../arrival/occasion.ts';
import type { Order } from './command.ts';

/** May this person give an order that is about no customer in particular? Only what every vendor person may. */
export function mayAnywhere({ name, occasion }: Order): boolean {
  return mayDo(name, actorOf(occasion), { customerId: '', managerId: null, placeCustomerId: null });
}
