import { findAdvocate } from '../customers/find-advocate.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { internal } from '../delivery/audience.ts';
import { internalCard } from '../delivery/card.ts';
import { sendMessage } from '../delivery/send-message.ts';
import type { Trip } from '../shared/database.ts';
import { findHook } from './find-hook.ts';
import type { HookCall } from './hook-call.ts';
import { readDeeds } from './read-deeds.ts';

/** Puts what another system told and nobody could handle in front of whoever looks after the customer it is about. */
export async function tellUnhandledHook(trip: Trip, call: HookCall, reason: string): Promise<void> {
  const hook = await findHook(trip.tx, call.hook.name);
  if (!hook) return;
  const deeds = readDeeds(hook, call, trip.now);
  const ids = deeds.flatMap(deed => (deed.kind === 'nothing' ? [] : [deed.customerId]));
  for (const id of new Set(ids)) {
    const customer = await findCustomer(trip.tx, id);
    const human = customer && (await findAdvocate(trip, customer));
    if (!human) continue;
    await sendMessage(trip, {
      key: `alarm:${call.id}:${id}`,
      lane: 'pages',
      to: { personId: human.id },
      card: internalCard('task', id, {
        heading: internal`⚠️ I could not handle what "${hook.id}" told me`,
        body: [
          internal`It is about ${customer.name}. Please look there yourself; I tried five times. Reason: ${reason}`,
        ],
      }),
    });
  }
}
