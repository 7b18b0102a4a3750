import { z } from 'zod';
import { mapping } from '../../../setup/shape.ts';
import { instant, oneOf } from '../../../setup/values.ts';
import type { Tx } from '../../../shared/database.ts';
import { listWebhooks } from '../../../webhooks/list-webhooks.ts';
import { replayWebhook } from '../../../webhooks/replay-webhook.ts';
import { HttpProblem } from '../problem.ts';
import { everyCustomer } from '../right.ts';
import type { Bearer } from './bearer.ts';
import { type Operation, operation, param } from './operation.ts';

const standing = mapping({
  id: z.string(),
  url: z.string(),
  customers: z.array(z.string()),
  tells: z.array(z.string()),
  audience: z.enum(['shared', 'internal']),
  waiting: z.number(),
  sent: z.number(),
  failed: z.number(),
  lastProblem: z.string().nullable(),
});

/** What all customers share is for tokens that reach them all. */
function expectAll({ customers }: Bearer): void {
  if (customers.includes(everyCustomer)) return;
  throw new HttpProblem(
    [403, 'shared'],
    `Webhooks tell of every customer; a token made with --customer '*' may look at them.`,
  );
}

async function expectWebhook(tx: Tx, id: string): Promise<void> {
  if (await tx.webhook.findUnique({ where: { id } })) return;
  throw new HttpProblem([404, 'no-webhook'], 'There is no such webhook in the setup.');
}

/** `GET webhooks` and `POST webhooks/:id/replay`: the systems that are told, and telling them again. */
export const webhookOperations: readonly Operation[] = [
  operation({
    id: 'listWebhooks',
    method: 'get',
    path: '/webhooks',
    summary: 'The systems that are told what happens, and how that goes.',
    may: 'setup',
    answers: {
      200: { description: 'The webhooks', schema: mapping({ items: z.array(standing) }) },
    },
    async handle({ tx }, { bearer }) {
      expectAll(bearer);
      return { status: 200, body: { items: await listWebhooks(tx) } };
    },
  }),
  operation({
    id: 'replayWebhook',
    method: 'post',
    path: '/webhooks/{webhookId}/replay',
    summary: 'Send again what did not arrive, or everything, under the same ids.',
    may: 'setup',
    body: mapping({
      since: instant,
      until: instant.optional(),
      what: oneOf(['failed', 'everything']).default('failed'),
    }),
    answers: {
      202: {
        description: 'How many go out again, and how many are so old that their words are gone',
        schema: mapping({ queued: z.number(), forgotten: z.number() }),
      },
    },
    async handle(trip, call) {
      expectAll(call.bearer);
      const webhookId = param(call, 'webhookId');
      await expectWebhook(trip.tx, webhookId);
      const { since, what, until = trip.now } = call.body;
      const replayed = await replayWebhook(trip, { webhookId, since, until, what });
      return { status: 202, body: replayed, isNews: replayed.queued > 0 };
    },
  }),
];
