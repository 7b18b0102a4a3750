import { z } from 'zod';
import {
  setupCustomer,
  setupEscalation,
  setupPerson,
  setupSchedule,
  setupTransition,
} from '../../../setup/schema.ts';
import { type EntryName, findEntry } from '../../../setup/stored/entry.ts';
import { loadStored } from '../../../setup/stored/load-stored.ts';
import { type Removable, removeEntry } from '../../../setup/stored/remove-entry.ts';
import { saveEntry } from '../../../setup/stored/save-entry.ts';
import type { Written } from '../../../setup/stored/written.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import { HttpProblem } from '../problem.ts';
import { everyCustomer } from '../right.ts';
import { type Bearer, reaches } from './bearer.ts';
import { etagOf, isMatch } from './etag.ts';
import { type Answer, type Call, type Operation, operation, param, refused } from './operation.ts';
import { newestFact, refuseTold } from './told.ts';

/** One kind of entry of the setup: its address, its shape, and which entry an address names. */
interface Kind {
  readonly noun: string;
  readonly path: string;
  readonly schema: z.ZodType;
  nameOf(call: Call): EntryName;
}

const anything = z.record(z.string(), z.unknown());

/** GET, PUT and, where a setup can leave it out, DELETE of one kind of entry. */
function entryOperations(
  { noun, path, schema, nameOf }: Kind,
  remove: ((call: Call) => Removable) | null,
) {
  const shown = { 200: { description: `The ${noun}, with its version as ETag`, schema } };
  const changed = { 412: { description: 'If-Match named another version' } };
  const read = operation({
    id: `read${capital(noun)}`,
    method: 'get',
    path,
    summary: `A ${noun} in the shape of the setup file.`,
    may: 'read',
    answers: shown,
    async handle({ tx }, call) {
      const entry = await getEntry(tx, call, nameOf(call));
      return answer(200, entry);
    },
  });
  const save = operation({
    id: `save${capital(noun)}`,
    method: 'put',
    path,
    summary: `Create or change a ${noun}, by the checks of an import. What stands inside it and is left out stays.`,
    may: 'setup',
    body: anything,
    bodyShape: schema,
    answers: { ...shown, 201: { description: 'It is new', schema }, ...changed },
    handle: (trip, call) => put(trip, { ...call, entry: call.body }, nameOf(call)),
  });
  if (!remove) return [read, save];
  const drop = operation({
    id: `remove${capital(noun)}`,
    method: 'delete',
    path,
    summary: `Take a ${noun} out of the setup.`,
    may: 'setup',
    answers: {
      204: { description: 'It is gone' },
      409: { description: 'Something still needs it' },
      ...changed,
    },
    handle: (trip, call) => take(trip, call, remove(call)),
  });
  return [read, save, drop];
}

function capital(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

function answer(status: number, entry: Written): Answer {
  return { status, body: entry, headers: { ETag: etagOf(entry) } };
}

async function put(
  trip: Trip,
  call: Call & { readonly entry: Written },
  name: EntryName,
): Promise<Answer> {
  const { tx } = trip;
  await refuseShared(tx, call.bearer, name, call.entry);
  const before = await findStored(tx, name);
  refuseOther(call, before);
  const { id = name.id } = call.entry;
  if (id !== name.id)
    throw refused(
      [422, 'invalid-body'],
      [{ field: 'id', detail: 'is not the one of this address; leave it out' }],
    );
  const customerId = customerOf(name);
  const since = await newestFact(tx);
  const saved = await saveEntry(trip, name, { ...call.entry, id });
  if (saved.outcome === 'wrong') throw refused([422, 'invalid-body'], saved.problems);
  await refuseTold(tx, call.bearer, { since, customerIds: customerId ? [customerId] : [] });
  const after = await findStored(tx, name);
  return { ...answer(before ? 200 : 201, after ?? { id }), isNews: true };
}

async function take(trip: Trip, call: Call, name: Removable): Promise<Answer> {
  await refuseShared(trip.tx, call.bearer, name, {});
  const before = await getEntry(trip.tx, call, name);
  refuseOther(call, before);
  const removed = await removeEntry(trip, name);
  if (removed.outcome === 'needed') throw new HttpProblem([409, 'needed'], removed.why);
  return { status: 204, isNews: true };
}

async function findStored(tx: Tx, name: EntryName): Promise<Written | null> {
  const person =
    name.kind === 'person' ? await tx.person.findUnique({ where: { id: name.id } }) : null;
  const customerId = customerOf(name) ?? person?.customerId;
  return findEntry(await loadStored(tx, customerId ? [customerId] : []), name);
}

/** The entry of the address, if the token reaches whom it is about; the same answer for a foreign one and none at all. */
async function getEntry(tx: Tx, { bearer }: Call, name: EntryName): Promise<Written> {
  const entry = await findStored(tx, name);
  const isForeign = typeof entry?.customer === 'string' && !reaches(bearer, entry.customer);
  if (!entry || isForeign)
    throw new HttpProblem([404, `no-${name.kind}`], `This token reaches no such ${name.kind}.`);
  return entry;
}

/** What all customers share is changed only by a token that reaches them all. */
async function refuseShared(
  tx: Tx,
  bearer: Bearer,
  name: EntryName,
  entry: Written,
): Promise<void> {
  if (name.kind === 'customer' || name.kind === 'transition') return;
  if (name.kind === 'person') {
    const known = await tx.person.findUnique({ where: { id: name.id } });
    const homes = [known ? known.customerId : entry.customer, entry.customer ?? known?.customerId];
    if (homes.every(home => typeof home === 'string' && reaches(bearer, home))) return;
  }
  if (bearer.customers.includes(everyCustomer)) return;
  const beyond = await tx.customer.count({ where: { id: { notIn: [...bearer.customers] } } });
  if (beyond === 0) return;
  throw new HttpProblem(
    [403, 'shared'],
    `Other customers share this ${name.kind}; a token made with --customer '*' may change it.`,
  );
}

/** Somebody else changed it meanwhile. */
function refuseOther({ ifMatch }: Call, entry: Written | null): void {
  if (ifMatch === null || isMatch(ifMatch, entry && etagOf(entry))) return;
  throw new HttpProblem(
    [412, 'other-version'],
    'It has another version by now. Read it again, and change that.',
  );
}

function customerOf(name: EntryName): string | null {
  if (name.kind === 'customer') return name.id;
  return name.kind === 'transition' ? name.customerId : null;
}

const person = (call: Call) => ({ kind: 'person', id: param(call, 'personId') }) as const;
const schedule = (call: Call) => ({ kind: 'schedule', id: param(call, 'scheduleId') }) as const;
const escalation = (call: Call) =>
  ({ kind: 'escalation', id: param(call, 'escalationId') }) as const;
const transition = (call: Call) =>
  ({
    kind: 'transition',
    id: param(call, 'transitionId'),
    customerId: param(call, 'customerId'),
  }) as const;

/** Everything in the setup that has an address of its own, in the shapes of the setup file. */
export const setupOperations: readonly Operation[] = [
  ...entryOperations(
    {
      noun: 'customer',
      path: '/customers/{customerId}',
      schema: setupCustomer,
      nameOf: call => ({ kind: 'customer', id: param(call, 'customerId') }),
    },
    null,
  ),
  ...entryOperations(
    {
      noun: 'transition',
      path: '/customers/{customerId}/transitions/{transitionId}',
      schema: setupTransition,
      nameOf: transition,
    },
    transition,
  ),
  ...entryOperations(
    { noun: 'person', path: '/people/{personId}', schema: setupPerson, nameOf: person },
    person,
  ),
  ...entryOperations(
    { noun: 'schedule', path: '/schedules/{scheduleId}', schema: setupSchedule, nameOf: schedule },
    schedule,
  ),
  ...entryOperations(
    {
      noun: 'escalation',
      path: '/escalations/{escalationId}',
      schema: setupEscalation,
      nameOf: escalation,
    },
    escalation,
  ),
];
