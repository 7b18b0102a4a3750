import { z } from 'zod';
import { getCustomer } from '../../../customers/find-customer.ts';
import { plainText } from '../../../delivery/plain-text.ts';
import { mapping } from '../../../setup/shape.ts';
import { getSituation } from '../../../situation/get-situation.ts';
import type { Situation, View } from '../../../situation/situation.ts';
import { situationCard } from '../../../situation/situation-card.ts';
import type { Milestone } from '../../../transitions/milestone.ts';
import { moment } from './fields.ts';
import { operation, param } from './operation.ts';

const step = mapping({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  from: moment,
  until: moment,
  startedAt: moment.nullable(),
});

const answer = mapping({
  customer: z.string(),
  asOf: moment.nullable(),
  isStale: z.boolean(),
  transitions: z.array(
    mapping({
      id: z.string(),
      name: z.string(),
      phase: z.string(),
      now: z.array(step),
      unreported: z.array(step),
      rolledBack: z.array(step),
      next: step.nullable(),
    }),
  ),
  justHappened: z.array(mapping({ at: moment, kind: z.string(), text: z.string() })),
  withYou: mapping({
    advocate: z.string().nullable(),
    onCall: mapping({ person: z.string(), name: z.string(), until: moment.nullable() }).nullable(),
  }),
  owed: z.array(mapping({ text: z.string(), by: moment })),
  page: mapping({
    raisedAt: moment,
    owner: z.string().nullable(),
    acknowledgedAt: moment.nullable(),
  }).nullable(),
  text: z.string(),
});

/** `GET customers/:id/situation`: what the customer would be answered now, by shared facts alone. */
export const readSituation = operation({
  id: 'readSituation',
  method: 'get',
  path: '/customers/{customerId}/situation',
  summary: 'What is happening now, as the customer would be answered: by shared facts alone.',
  may: 'read',
  answers: { 200: { description: 'The situation', schema: answer } },
  async handle(trip, call) {
    const customer = await getCustomer(trip.tx, param(call, 'customerId'));
    const situation = await getSituation(trip, customer.id);
    const reader = { timeZone: customer.timeZone, now: trip.now };
    const text = plainText(situationCard(situation, null), reader);
    return { status: 200, body: { ...shown(situation), text } };
  },
});

function shown({ customerId, views, happened, duty, promises, page, freshness }: Situation) {
  const asOf = freshness.kind === 'fresh' ? freshness.asOf : (freshness.last?.at ?? null);
  const { advocateName, onCall } = duty;
  return {
    customer: customerId,
    asOf: asOf?.toISOString() ?? null,
    isStale: freshness.kind === 'stale',
    transitions: views.map(viewOf),
    justHappened: happened.map(({ at, kind, text }) => ({ at: at.toISOString(), kind, text })),
    withYou: {
      advocate: advocateName,
      onCall: onCall && {
        person: onCall.personId,
        name: onCall.name,
        until: onCall.until?.toISOString() ?? null,
      },
    },
    owed: promises.map(({ text, promisedFor }) => ({ text, by: promisedFor.toISOString() })),
    page: page && {
      raisedAt: page.raisedAt.toISOString(),
      owner: page.ownerName,
      acknowledgedAt: page.acknowledgedAt?.toISOString() ?? null,
    },
  };
}

function viewOf({ transition, running, due, rolledBack, next }: View) {
  return {
    id: transition.key,
    name: transition.name,
    phase: transition.phase,
    now: running.map(stepOf),
    unreported: due.map(stepOf),
    rolledBack: rolledBack.map(stepOf),
    next: next && stepOf(next),
  };
}

function stepOf({ key, name, state, plannedFrom, plannedUntil, startedAt }: Milestone) {
  return {
    id: key,
    name,
    state,
    from: plannedFrom.toISOString(),
    until: plannedUntil.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
  };
}
