import { z } from 'zod';
import { listOpenPromises } from '../../../promises/list-open-promises.ts';
import { promiseStates } from '../../../promises/promise.ts';
import { mapping } from '../../../setup/shape.ts';
import { moment } from './fields.ts';
import { operation, param } from './operation.ts';

const promise = mapping({
  id: z.string(),
  text: z.string(),
  visibility: z.enum(['internal', 'shared']),
  state: z.enum(promiseStates),
  by: z.string().nullable(),
  madeAt: moment,
  promisedFor: moment,
});

/** `GET customers/:id/promises`: what is still owed, the earliest first. */
export const listPromises = operation({
  id: 'listPromises',
  method: 'get',
  path: '/customers/{customerId}/promises',
  summary:
    'What is still owed to a customer, the earliest first. Internal ones are for the vendor alone.',
  may: 'read',
  answers: {
    200: { description: 'The promises', schema: mapping({ items: z.array(promise) }) },
  },
  async handle({ tx }, call) {
    const owed = await listOpenPromises(tx, param(call, 'customerId'), 'internal');
    const items = owed.map(({ id, text, visibility, state, byId, ...times }) => ({
      id,
      text,
      visibility,
      state,
      by: byId,
      madeAt: times.madeAt.toISOString(),
      promisedFor: times.promisedFor.toISOString(),
    }));
    return { status: 200, body: { items } };
  },
});
