import { type Customer, customerFrom } from '../../customers/customer.ts';
import { internal } from '../../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../../delivery/card.ts';
import { sendMessage } from '../../delivery/send-message.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { findSpeaker } from '../arrival/find-speaker.ts';
import type { Notice } from '../arrival/notice.ts';
import { plain } from '../words/names.ts';
import { placeName, readersWords } from './place-report.ts';
import { settlementText } from './settlement.ts';

export interface Joined {
  readonly place: {
    readonly id: string;
    readonly name: string;
    readonly outside: readonly string[];
  };
  readonly notice: Notice;
}

/** As many people are asked when nobody of ours invited us. */
const mostAsked = 50;
const mostButtons = 4;

/**
 * We have come to a place: whoever of ours invited us is asked, alone, which customer it is; else every
 * advocate and manager. In the place itself nothing is said.
 */
export async function askPlace(trip: Trip, { place, notice }: Joined): Promise<void> {
  const inviter = notice.by ? await findSpeaker(trip, notice.by, null) : null;
  const askedIds = inviter?.side === 'vendor' ? [inviter.id] : await listResponsible(trip.tx);
  const customers = (await trip.tx.customer.findMany({ orderBy: { id: 'asc' }, take: 2_000 })).map(
    customerFrom,
  );
  for (const personId of askedIds) {
    const likely = likelyCustomers(customers, place.name, personId);
    await sendMessage(trip, {
      key: `place-asked:${notice.id}:${personId}`,
      lane: 'replies',
      to: { personId },
      card: placeCard(place, likely),
    });
  }
}

async function listResponsible(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "advocateId" AS id FROM customer UNION
    SELECT DISTINCT "managerId" FROM customer WHERE "managerId" IS NOT NULL`;
  const ids = rows.map(({ id }) => id);
  const people = await tx.person.findMany({
    where: { id: { in: ids }, side: 'vendor', active: true },
    orderBy: { id: 'asc' },
    select: { id: true },
    take: mostAsked,
  });
  return people.map(({ id }) => id);
}

/** Those whose name stands in the place's name first, then those this person looks after. */
function likelyCustomers(
  customers: readonly Customer[],
  placeName: string,
  personId: string,
): Customer[] {
  const said = ` ${plain(placeName)} `;
  const isNamed = ({ id, name }: Customer) =>
    said.includes(` ${plain(id)} `) || said.includes(` ${plain(name)} `);
  const isNear = ({ id, name }: Customer) => {
    const [first = ''] = plain(name).split(' ');
    return (first.length > 2 && said.includes(first)) || said.includes(plain(id));
  };
  const isOwn = (each: Customer) =>
    [each.advocateId, each.backupId, each.managerId].includes(personId);
  const ranked = [isNamed, isNear, isOwn].flatMap(rule => customers.filter(rule));
  const listed = ranked.length > 0 || customers.length > mostButtons ? ranked : [...customers];
  return [...new Set(listed)];
}

function placeCard(place: Joined['place'], likely: readonly Customer[]): Card<'internal'> {
  const name = place.name === '' ? place.id : place.name;
  const example = likely[0]?.id ?? 'northwind';
  return internalCard('task', null, {
    heading: internal`I was added to ${placeName(place)}`,
    body: [
      internal`It is read by ${readersWords(place.outside)}. Which customer is it, and do they read it? Until somebody tells me I say nothing there.`,
    ],
    actions: buttonsFor(place, likely),
    foot:
      place.outside.length > 0
        ? internal`Or in words: "place ${name} is ${example}, shared".`
        : internal`Or in words: "place ${name} is ${example}, shared", or "internal" when only we read it.`,
  });
}

/** Where nobody else reads it, it may be either; where others do, it can only be shared. */
function buttonsFor(place: Joined['place'], likely: readonly Customer[]): Action[] {
  const audiences =
    place.outside.length > 0 ? (['shared'] as const) : (['shared', 'internal'] as const);
  return likely
    .flatMap(({ id, name }) =>
      audiences.map(
        (audience): Action => ({
          id: 'place.settle',
          label: audience === 'shared' ? `${name}, they read it` : `${name}, only us`,
          subject: settlementText({
            placeId: place.id,
            customerId: id,
            audience,
            readers: place.outside,
          }),
        }),
      ),
    )
    .slice(0, mostButtons);
}
