import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  customerPerson,
  stepsOf,
  vendorPerson,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const milestones = stepsOf('backup', 'copy', 'copy-stock');
const alone = buildNorthwind();

/** Two customers who must never hear of each other, and the vendor's people around them. */
export const setup = {
  ...alone,
  people: [...alone.people, vendorPerson('mgr-2'), customerPerson('lead-2', 'lakeside')],
  customers: [
    buildCustomer({
      brief: 'Handle Northwind with care',
      transitions: [buildGoLive({ name: 'Northwind ledger', milestones })],
    }),
    buildCustomer({
      id: 'lakeside',
      brief: 'Handle Lakeside with care',
      people: {
        leader: 'lead-2',
        members: [],
        advocate: 'adv-2',
        backup: 'adv-1',
        sales: 'sales-1',
        manager: 'mgr-2',
      },
      transitions: [buildGoLive({ kind: 'upgrade', name: 'Lakeside ledger', milestones })],
    }),
  ],
};

/** In the window, unless told otherwise: Friday evening, the copy of the balances is planned next. */
export const inWindow = '2026-03-06T18:20:00-05:00';
/** A quiet Wednesday morning, eleven days after. */
export const after = '2026-03-18T10:00:00-04:00';

export function openRoom(at: string = inWindow): Promise<TestWorld> {
  return openTestWorld(setup, { at });
}
