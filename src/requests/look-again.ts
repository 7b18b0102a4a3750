import { getCustomer } from '../customers/find-customer.ts';
import { editMessage } from '../delivery/edit-message.ts';
import type { Trip } from '../shared/database.ts';
import { day, plus } from '../shared/time.ts';
import type { Around } from './around.ts';
import { type Book, surroundAll } from './book.ts';
import { findContract } from './find-contract.ts';
import { listForeignWords } from './list-foreign-words.ts';
import { listRulesOff } from './list-rules-off.ts';
import { priceWork } from './price.ts';
import { reviewCard } from './review-card.ts';
import { checkWork } from './rules.ts';
import type { CustomersWork, ServiceRequest } from './service-request.ts';
import { requestFrom } from './stored-request.ts';
import { contractHours } from './working-span.ts';

/** As far back as one request can say something of another, with the month it began in. */
const reach = 75 * day;

/**
 * Asks the rules about everything of a customer's that is not decided yet, each beside all the others, and stores what
 * they saw and what it costs. A card that lies before somebody says the new words.
 */
export async function lookAgain(trip: Trip, customerId: string): Promise<void> {
  const { tx } = trip;
  const open = { customerId, state: { in: ['waiting', 'queried'] } };
  const first = await tx.serviceRequest.findFirst({ where: open, orderBy: { closedAt: 'asc' } });
  if (!first) return;
  const from = plus(first.closedAt, -reach);
  const rows = await tx.serviceRequest.findMany({
    where: { customerId, closedAt: { gte: from } },
    orderBy: [{ closedAt: 'asc' }, { externalId: 'asc' }],
  });
  const requests = rows.map(requestFrom);
  const arounds = surroundAll(await loadBook(trip, { customerId, from, requests }));
  for (const request of requests) {
    const around = arounds.get(request.work);
    if (!around || request.state === 'approved' || request.state === 'waived') continue;
    await store(trip, request, around);
  }
}

async function store(trip: Trip, request: ServiceRequest, around: Around): Promise<void> {
  const findings = checkWork(request.work, around);
  const proposedMinor = priceWork(request.work, around)?.amountMinor ?? null;
  const currency = around.contract?.currency ?? null;
  const isSame =
    JSON.stringify([findings, proposedMinor, currency]) ===
    JSON.stringify([request.findings, request.proposedMinor, request.currency]);
  if (isSame) return;
  await trip.tx.serviceRequest.update({
    where: { id: request.id },
    data: { findings: findings.map(one => ({ ...one })), proposedMinor, currency },
  });
  if (request.cardKey === null) return;
  const { name } = await getCustomer(trip.tx, request.customerId);
  const shown = { ...request, findings, proposedMinor, currency };
  await editMessage(trip, request.cardKey, reviewCard(shown, { customerName: name }));
}

interface Wanted {
  readonly customerId: string;
  readonly from: Date;
  readonly requests: readonly ServiceRequest[];
}

async function loadBook(trip: Trip, { customerId, from, requests }: Wanted): Promise<Book> {
  const { tx } = trip;
  const customer = await getCustomer(tx, customerId);
  const contract = await findContract(tx, customerId);
  const people = await tx.person.findMany({
    where: { side: 'vendor' },
    select: { id: true, name: true },
  });
  const elsewhere = await tx.serviceRequest.findMany({
    where: { customerId: { not: customerId }, closedAt: { gte: from } },
    orderBy: { closedAt: 'asc' },
  });
  return {
    contract,
    ordinary: contractHours(contract ?? { hours: null }, customer),
    works: requests.map(({ work }) => work),
    names: new Map(people.map(({ id, name }) => [id, name])),
    elsewhere: elsewhere.map((row): CustomersWork => requestFrom(row).work),
    foreign: await listForeignWords(tx, customerId),
    off: await listRulesOff(tx, customerId),
  };
}
