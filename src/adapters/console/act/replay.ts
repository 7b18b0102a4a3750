import { z } from 'zod';
import { hour, plus } from '../../../shared/time.ts';
import { replayWebhook } from '../../../webhooks/replay-webhook.ts';
import { webhookFrom } from '../../../webhooks/webhook.ts';
import { nothingHere } from '../door/assert-may.ts';
import { readForm } from '../door/forms.ts';
import { doneAt } from '../look/done.ts';
import { isTheirs, toldOf } from '../look/load-systems.ts';
import type { Doing } from './doing.ts';

const wish = z.object({
  hours: z.coerce.number().int().min(1).max(2_160),
  what: z.enum(['failed', 'everything']),
});

/** Has another system told again what it did not hear, or everything, under the same ids, and writes down who said so. */
export async function replay({ ports, session, params, body }: Doing): Promise<string> {
  const { hours, what } = readForm(wish, body);
  const { id: webhookId = '' } = params;
  const { person } = session;
  const queued = await ports.database.trip(async trip => {
    const { tx, now, random } = trip;
    const row = await tx.webhook.findUnique({ where: { id: webhookId } });
    if (!row || !(await isTheirs(trip, person, ['replay', toldOf(webhookFrom(row))])))
      throw nothingHere();
    const since = plus(now, -hours * hour);
    const replayed = await replayWebhook(trip, { webhookId, since, until: now, what });
    await tx.audit.create({
      data: {
        id: random.id(),
        at: now,
        actorId: person.id,
        action: 'webhook.replay',
        subject: webhookId,
        after: { what, since, ...replayed },
      },
    });
    return replayed.queued;
  });
  return doneAt('/console/systems', queued === 0 ? 'untold' : 'replayed');
}
