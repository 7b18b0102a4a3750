import { checkCustomers } from './check-customers.ts';
import { checkHooks } from './check-hooks.ts';
import { checkEscalations, checkSchedules } from './check-on-call.ts';
import { checkPeople } from './check-people.ts';
import { checkWebhooks } from './check-webhooks.ts';
import { KnownNames, type Names } from './names.ts';
import type { Rough } from './rough.ts';
import type { Problem } from './source.ts';

/** Which names lead nowhere, twice or to the wrong side, and which times cannot be. */
export function checkReferences(setup: Rough): readonly Problem[] {
  const names = namesIn(setup);
  checkPeople(names);
  checkCustomers(names);
  checkSchedules(names);
  checkEscalations(names);
  checkHooks(names);
  checkWebhooks(names);
  return names.problems;
}

function namesIn(setup: Rough): Names {
  const names: Names = {
    setup,
    problems: [],
    people: new KnownNames('person'),
    customers: new KnownNames('customer'),
    schedules: new KnownNames('schedule'),
    escalations: new KnownNames('escalation'),
    places: new KnownNames('place'),
    sideOf: new Map(setup.people.map(({ id, side }) => [id ?? '', side ?? ''])),
    customerOf: new Map(setup.people.map(({ id, customer }) => [id ?? '', customer ?? ''])),
  };
  const kinds = ['people', 'customers', 'schedules', 'escalations'] as const;
  for (const kind of kinds) {
    setup[kind].forEach(({ id }, index) => {
      names[kind].add(id, [kind, index, 'id'], names);
    });
  }
  setup.customers.forEach(({ places }, index) => {
    places.forEach(({ id }, place) => {
      names.places.add(id, ['customers', index, 'places', place, 'id'], names);
    });
  });
  return names;
}
