import { internal } from '../../../delivery/audience.ts';
import { keepPromise } from '../../../promises/keep-promise.ts';
import type { Trip } from '../../../shared/database.ts';
import { notifyAskers } from '../../../situation/notify-askers.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forPromise } from './for-promise.ts';

/** `kept report`: a promise is done; without words, the only open one. */
export async function kept(trip: Trip, command: Command): Promise<Reply[]> {
  return forPromise(trip, command, {
    words: command.said,
    saying: (customerId, promiseId) => `kept ${customerId}: ${promiseId}`,
    run: async ({ customer, promise }) => {
      await keepPromise(trip, { promiseId: promise.id, byId: command.actor.id });
      await notifyAskers(trip, customer.id);
      return [note(customer.id, internal`Kept: ${promise.text}`)];
    },
  });
}
