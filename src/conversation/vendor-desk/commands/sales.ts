import { customerFrom } from '../../../customers/customer.ts';
import { internal, time } from '../../../delivery/audience.ts';
import { holdOf, isWeighty } from '../../../sales/hold.ts';
import { holdBack } from '../../../sales/hold-back.ts';
import { type Account, loadAccounts } from '../../../sales/load-accounts.ts';
import { noteSpoken } from '../../../sales/note-spoken.ts';
import { accountLine, verdictTexts } from '../../../sales/sales-card.ts';
import type { Trip } from '../../../shared/database.ts';
import { listReferences } from '../../../surveys/list-references.ts';
import { referencesTexts } from '../../../surveys/references-text.ts';
import { placeCustomerOf } from '../../arrival/turn.ts';
import { note, privateNote, type Reply, refusal } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';
import { mayAnywhere } from './may-anywhere.ts';
import { usageOf } from './usage.ts';

/** Only the whole of it notes a conversation: "called, nobody answered" and "spoken?" are none. */
const hasSpoken =
  /^(?:i |we |(?:i |we )?have |was |were )?(?:called|spoken|spoke|rang|talked|met)(?: (?:to|with))?(?: them)?(?: (?:today|this (?:morning|afternoon)|just now))?[.! ]*$/i;
const seemsSpoken = /^(?:i |we |have |was |were )*(?:called|spoken|spoke|rang|talked|met)\b/i;

/** `sales northwind`, "can I call Northwind?": yes or no with the reason; `sales northwind called` notes a conversation. */
export async function sales(trip: Trip, command: Command): Promise<Reply[]> {
  if (/^references[?.]*$/i.test(command.said)) return [await showReferences(trip, command)];
  const isBare = command.said === '' && placeCustomerOf(command.turn) === null;
  if (isBare) return [await showAll(trip, command)];
  return forCustomer(trip, command, async ({ customer, rest }) => {
    const { actor } = command;
    if (hasSpoken.test(rest.trim())) {
      const next = await noteSpoken(trip, { customerId: customer.id, person: actor });
      return [note(customer.id, internal`Noted. I'll ask you again from ${time(next, 'day')} on.`)];
    }
    if (seemsSpoken.test(rest.trim()))
      return [
        note(
          customer.id,
          internal`Nothing is noted. Once you have spoken: "sales ${customer.id} called".`,
        ),
      ];
    const [account] = await loadAccounts(trip, [customer.id]);
    if (!account) return [refusal()];
    return [await answer(trip, command, account)];
  });
}

async function answer(trip: Trip, { actor }: Command, account: Account): Promise<Reply> {
  const { customerId } = account;
  const reasons = holdOf(account.scene, trip.now);
  const weighty = reasons.filter(isWeighty);
  if (weighty.length > 0)
    await holdBack(trip, { customerId, personId: actor.id, reasons: weighty });
  return note(customerId, ...verdictTexts(account, reasons));
}

/** Whom others may ask, and where it is no day for it. */
async function showReferences(trip: Trip, command: Command): Promise<Reply> {
  if (!mayAnywhere(command)) return refusal();
  const references = await listReferences(trip.tx);
  const accounts = await loadAccounts(
    trip,
    references.map(({ customerId }) => customerId),
  );
  const held = accounts
    .filter(({ scene }) => holdOf(scene, trip.now).some(isWeighty))
    .map(({ customerId }) => customerId);
  return privateNote(...referencesTexts(references, held));
}

async function showAll(trip: Trip, command: Command): Promise<Reply> {
  if (!mayAnywhere(command)) return refusal();
  const rows = await trip.tx.customer.findMany({ where: { salesId: command.actor.id } });
  const ids = rows.map(customerFrom).map(({ id }) => id);
  if (ids.length === 0)
    return privateNote(internal`You are nobody's sales person. ${usageOf('sales')}`);
  const accounts = await loadAccounts(trip, ids);
  return privateNote(
    ...accounts.map(account => accountLine(account, holdOf(account.scene, trip.now))),
  );
}
