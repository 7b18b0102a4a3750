import { describe, expect, test } from '@jest/globals';
import {
  type About,
  type ActionName,
  commandNames,
  deskNames,
  mayDo,
  permissions,
} from '../../../src/customers/permission.ts';
import { askNames, partnerNames } from '../../../src/customers/spoken-act.ts';
import { actionIds } from '../../../src/delivery/card.ts';
import { type ActorKind, actors, expected, inPlace, ownSide, vendor } from './rights.ts';

const northwind: About = {
  customerId: 'northwind',
  managerId: 'mgr-n',
  pagedIds: ['adv-n'],
  askerId: 'ops-1',
  keeperIds: ['mgr-n'],
  carerIds: ['adv-n'],
  placeCustomerId: 'northwind',
};

const doings = Object.keys(expected) as ActionName[];

function allowed(doing: ActionName, about: About): ActorKind[] {
  const kinds = Object.keys(actors) as ActorKind[];
  return kinds.filter(kind => mayDo(doing, actors[kind], about));
}

describe('every action and command has a written right', () => {
  test('names each action, command and question exactly once', () => {
    expect([...doings].sort()).toEqual(
      [...actionIds, ...commandNames, ...askNames, ...deskNames, ...partnerNames].sort(),
    );
    expect(Object.keys(permissions).sort()).toEqual([...doings].sort());
  });

  test.each(doings)("%s in the customer's own place", doing => {
    expect(allowed(doing, northwind).sort()).toEqual([...inPlace[expected[doing]]].sort());
  });

  test.each(doings)(
    '%s alone with us: nobody gains, and who is unknown or foreign loses',
    doing => {
      const group = inPlace[expected[doing]];
      const alone = expected[doing] === 'everybody' ? [...vendor, ...ownSide] : group;
      expect(allowed(doing, { ...northwind, placeCustomerId: null }).sort()).toEqual(
        [...alone].sort(),
      );
    },
  );

  test.each(doings)("%s said in another customer's place opens nothing to its people", doing => {
    const elsewhere = allowed(doing, { ...northwind, placeCustomerId: 'lakeside' });
    for (const kind of [
      'unknown',
      'other customer',
      'foreign partner',
      'foreign partner called paged',
      'partner',
      'partner called',
    ] as const) {
      expect(elsewhere).not.toContain(kind);
    }
  });

  test.each(doings)('%s without facts is for nobody who needs one', doing => {
    const bare = { customerId: 'northwind', managerId: null, placeCustomerId: null };
    const needsFact = [
      'paged',
      'pagedOrManager',
      'pagedOrCalled',
      'pagedManagerOrCalled',
      'manager',
      'askerOrManager',
      'keeper',
      'carerOrKeeper',
    ].includes(expected[doing]);
    if (needsFact) expect(allowed(doing, bare)).toEqual([]);
  });

  test('what concerns several customers is for whoever answers for every one of them', () => {
    const both = { ...northwind, carerIds: [], keeperIds: ['mgr-n', 'mgr-l'] };
    for (const doing of ['setup', 'token', 'replay', 'held'] as const)
      expect([doing, allowed(doing, both)]).toEqual([doing, []]);
  });
});
