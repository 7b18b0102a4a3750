import { z } from 'zod';
import { findAdvocate } from '../../customers/find-advocate.ts';
import type { Trip } from '../../shared/database.ts';
import { dateIn, minute, plus } from '../../shared/time.ts';
import { tellColleague } from '../../tasks/tell-colleague.ts';
import { recordEvent } from '../../timeline/record-event.ts';
import { understand } from '../../understanding/understand.ts';
import { insiderOf, type Turn, voiceOf } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import { calmed } from '../words/abuse.ts';
import { type Anger, angerCard, angerText, managerText } from './anger-card.ts';
import { findServed } from './find-served.ts';

/** Words of which nothing is left; they carry no language and no wish. */
const nothing = '…';

/**
 * Takes the insults out of what a customer's people write before anybody reads it: what they want is carried on as
 * ever, the advocate hears that it was said in anger and may ask for the words, and so does the manager, once a day.
 */
export async function softenWords(trip: Trip, turn: Turn, said: string): Promise<Utterance> {
  const { isAbuse, isThreat, calm } = calmed(said);
  const customer = isAbuse && voiceOf(turn) === 'customer' ? await findServed(trip, turn) : null;
  if (!customer) return { text: said, intent: null };
  const speaker = insiderOf(turn, customer.id) ?? turn.actor;
  const speakerName = speaker?.name ?? 'Somebody';
  const saying = { customerId: customer.id, speakerId: speaker?.id ?? null, said };
  const told = await findJustTold(trip, saying);
  const eventId = await recordEvent(trip, {
    customerId: customer.id,
    kind: 'words.softened',
    visibility: 'internal',
    authorId: speaker?.id ?? null,
    text: `${speakerName} wrote in anger; the words are kept for whoever asks.`,
    data: { said, isToUs: turn.isAddressed },
  });
  const anger: Anger = {
    eventId,
    customerId: customer.id,
    customerName: customer.name,
    speakerName,
    isToUs: turn.isAddressed,
    isThreat,
    calm,
    isUrgent: understand(calm).urgent,
  };
  const advocate = await findAdvocate(trip, customer);
  const about = { customerId: customer.id, kind: 'notice', urgency: 'in-window' } as const;
  if (advocate && told.length === 0)
    await tellColleague(trip, {
      ...about,
      key: `anger:${eventId}`,
      personId: advocate.id,
      text: `${angerText(anger)} ("words ${customer.name}" shows the words)`,
      card: angerCard(anger),
    });
  const { managerId } = customer;
  // Said among themselves before, it has not reached the manager.
  const wasForManager = told.some(({ isToUs }) => isToUs || isThreat);
  const isForManager = (turn.isAddressed || isThreat) && !wasForManager;
  if (managerId && managerId !== advocate?.id && isForManager)
    await tellColleague(trip, {
      ...about,
      key: isThreat
        ? `anger:${eventId}:${managerId}`
        : `anger:${customer.id}:${dateIn(customer.timeZone, trip.now)}:${managerId}`,
      personId: managerId,
      text: managerText(anger, advocate?.name ?? 'Whoever looks after them'),
      urgency: 'in-hours',
    });
  return calm === '' ? { text: nothing, intent: 'complaint' } : { text: calm, intent: null };
}

const softened = z.object({ isToUs: z.boolean().default(true) });

interface AngrySaying {
  readonly customerId: string;
  readonly speakerId: string | null;
  readonly said: string;
}

interface JustTold {
  readonly isToUs: boolean;
}

/** Whoever says the same again within minutes is as angry as before: what was told of it is not told a second time. */
async function findJustTold(
  { tx, now }: Trip,
  { customerId, speakerId, said }: AngrySaying,
): Promise<JustTold[]> {
  const before = await tx.event.findMany({
    where: {
      customerId,
      kind: 'words.softened',
      authorId: speakerId,
      recordedAt: { gte: plus(now, -15 * minute) },
      data: { path: ['said'], equals: said },
    },
    select: { data: true },
    orderBy: { seq: 'asc' },
    take: 20,
  });
  return before.map(({ data }) => ({ isToUs: softened.parse(data).isToUs }));
}
