import { findCustomer } from '../customers/find-customer.ts';
import { findPerson } from '../customers/find-person.ts';
import { findWorkingHours } from '../customers/find-working-hours.ts';
import { nextBusinessTime } from '../shared/business-hours.ts';
import type { Trip } from '../shared/database.ts';
import { hour, plus } from '../shared/time.ts';
import { openTask } from '../tasks/open-task.ts';
import { tellColleague } from '../tasks/tell-colleague.ts';
import { type HoldReason, holdOf, isWeighty, salesPolicy } from './hold.ts';
import { holdBack } from './hold-back.ts';
import { type Account, loadAccounts } from './load-accounts.ts';
import { promptWords } from './sales-card.ts';

interface Rhythm {
  readonly customerId: string;
  readonly spokeAt: Date | null;
  readonly promptAt: Date;
  readonly taskId: string | null;
  readonly toldIds: readonly string[];
}

/**
 * Engine handler: tells whoever was to wait that they need not any more, asks sales for a conversation when one is due and
 * nothing speaks against it, and asks for patience when something begins to while it is still to come.
 */
export async function followSales(trip: Trip, customerId: string): Promise<void> {
  const { tx, now } = trip;
  const customer = await findCustomer(tx, customerId);
  const sales = await findPerson(tx, customer?.salesId);
  const [account] = await loadAccounts(trip, [customerId]);
  const found = await tx.salesRhythm.findUniqueOrThrow({ where: { customerId } });
  if (!account || (!sales?.active && found.toldIds.length === 0)) {
    await tx.salesRhythm.update({ where: { customerId }, data: { dueAt: null } });
    return;
  }
  const reasons = holdOf(account.scene, now).filter(isWeighty);
  const rhythm = await settleTask(trip, found);
  if (reasons.length === 0) await release(trip, account, rhythm);
  if (sales?.active) await remind(trip, { account, reasons, rhythm, salesId: sales.id });
  const after = await tx.salesRhythm.findUniqueOrThrow({ where: { customerId } });
  const isWatched = after.toldIds.length > 0 || after.taskId !== null || after.promptAt <= now;
  const working = sales ? await findWorkingHours(trip, sales.id) : account.scene.working;
  const dueAt = isWatched ? nextBusinessTime(plus(now, hour), working) : after.promptAt;
  await tx.salesRhythm.update({ where: { customerId }, data: { dueAt } });
}

/** A task that was closed says that they have spoken. */
async function settleTask({ tx }: Trip, rhythm: Rhythm): Promise<Rhythm> {
  const { customerId, taskId } = rhythm;
  const task = taskId === null ? null : await tx.task.findUnique({ where: { id: taskId } });
  if (taskId === null || task?.state === 'open') return rhythm;
  const spokeAt = task?.closedAt ?? rhythm.spokeAt;
  const promptAt = plus(spokeAt ?? rhythm.promptAt, salesPolicy.every);
  const data = { taskId: null, spokeAt, promptAt };
  await tx.salesRhythm.update({ where: { customerId }, data });
  return { ...rhythm, ...data };
}

async function release(trip: Trip, { customerName }: Account, rhythm: Rhythm): Promise<void> {
  const { customerId, toldIds } = rhythm;
  for (const personId of toldIds) {
    await tellColleague(trip, {
      key: `sales-free:${customerId}:${personId}:${trip.now.toISOString()}`,
      personId,
      customerId,
      kind: 'notice',
      text: `You can call ${customerName} again: what held sales back is over.`,
      urgency: 'in-hours',
    });
  }
  await trip.tx.salesRhythm.update({ where: { customerId }, data: { toldIds: [], held: '' } });
}

interface Reminder {
  readonly account: Account;
  readonly reasons: readonly HoldReason[];
  readonly rhythm: Rhythm;
  readonly salesId: string;
}

async function remind(trip: Trip, { account, reasons, rhythm, salesId }: Reminder): Promise<void> {
  const { customerId, customerName } = account;
  if (rhythm.taskId !== null) {
    const isNew = reasons.length > 0 && !rhythm.toldIds.includes(salesId);
    if (!isNew) return;
    await tellColleague(trip, {
      key: `sales-wait:${customerId}:${trip.now.toISOString()}`,
      personId: salesId,
      customerId,
      kind: 'notice',
      text: `Please wait with the call to ${customerName}. "sales ${customerId}" says why; I'll tell you when it is over.`,
      urgency: 'in-hours',
    });
    return holdBack(trip, { customerId, personId: salesId, reasons });
  }
  if (rhythm.promptAt > trip.now || reasons.length > 0) return;
  const taskId = await openTask(trip, {
    key: `sales:${customerId}:${rhythm.promptAt.toISOString()}`,
    customerId,
    kind: 'sales',
    text: promptWords(account, rhythm.spokeAt, trip.now),
    assigneeId: salesId,
    urgency: 'in-hours',
  });
  await trip.tx.salesRhythm.update({ where: { customerId }, data: { taskId } });
}
