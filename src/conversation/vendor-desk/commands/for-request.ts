import { getCustomer } from '../../../customers/find-customer.ts';
import { internal } from '../../../delivery/audience.ts';
import { decideRequest } from '../../../requests/decide-request.ts';
import type { Act } from '../../../requests/decision.ts';
import type { ServiceRequest } from '../../../requests/service-request.ts';
import { requestFrom } from '../../../requests/stored-request.ts';
import type { Trip } from '../../../shared/database.ts';
import { placeCustomerOf } from '../../arrival/turn.ts';
import { askChoice } from '../../choices/ask-choice.ts';
import { note, privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { numberWords } from '../../words/request-words.ts';
import { decidedText } from '../decided-text.ts';
import type { Command } from './command.ts';
import { mayCommand } from './for-customer.ts';
import { usageOf } from './usage.ts';

export interface WantedAct {
  readonly act: Act;
  readonly why?: string | null;
}

/** What the words after the request's number want; a sentence where they cannot be read. */
type ReadAct = (rest: string, request: ServiceRequest) => WantedAct | string;

/** Settles which request a command names ("R-12", "northwind R-12") and does with it what the rest says. */
export async function forRequest(trip: Trip, command: Command, read: ReadAct): Promise<Reply[]> {
  const { turn, actor, said } = command;
  const [first, second] = numberWords(said);
  const here = placeCustomerOf(turn)?.id;
  const found = await trip.tx.serviceRequest.findMany({
    where: {
      externalId: { in: [first.word, second.word], mode: 'insensitive' },
      ...(here ? { customerId: here } : {}),
    },
    orderBy: { closedAt: 'desc' },
    take: 20,
  });
  const byNumber = found.filter(({ externalId }) => isSame(externalId, first.word));
  const byBoth = found.filter(
    ({ externalId, customerId }) =>
      isSame(externalId, second.word) && isSame(customerId, first.word),
  );
  const fitting = byBoth.length > 0 ? byBoth : byNumber;
  const [row] = fitting;
  if (!row)
    return [privateNote(internal`Which request? Type it like this: ${usageOf(command.name)}`)];
  if (fitting.length > 1) return [await askWhich(trip, command, fitting)];
  if (!mayCommand(command, await getCustomer(trip.tx, row.customerId))) return [refusal()];
  const wanted = read(byBoth.length > 0 ? second.rest : first.rest, requestFrom(row));
  if (typeof wanted === 'string') return [privateNote(internal`${wanted}`)];
  const { act, why } = wanted;
  const decision = { requestId: row.id, act, byId: actor.id, why: why ?? undefined };
  const decided = await decideRequest(trip, decision);
  return [note(row.customerId, decidedText(decided, row.externalId, act.kind))];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

async function askWhich(
  trip: Trip,
  { name, turn, said }: Command,
  rows: readonly { readonly customerId: string }[],
): Promise<Reply> {
  const options = rows.slice(0, 4).map(({ customerId }) => ({
    label: customerId,
    says: `${name} ${customerId} ${said}`,
  }));
  const question = internal`Several customers have a request of that number. Whose?`;
  return askChoice(trip, turn, { audience: 'internal', customerId: null, question, options });
}
