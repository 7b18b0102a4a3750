import { findAdvocate } from '../../customers/find-advocate.ts';
import { findPerson } from '../../customers/find-person.ts';
import { internal } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import { tellColleague } from '../../tasks/tell-colleague.ts';
import { tellTeam } from '../../tasks/tell-team.ts';
import { type Saying, sayingText, urgencies } from './saying.ts';

/** So long the same words of the same person are told once: somebody in fear presses send more than once. */
const sameWordsFor = minute;

/** Passes a customer's words on to the advocate, with nothing to close. The same key does it once. */
export async function notifyAdvocate(trip: Trip, key: string, saying: Saying): Promise<void> {
  const { customer, personId, tone } = saying;
  const person = await findPerson(trip.tx, personId);
  const text = sayingText(saying, person?.name ?? null);
  if (await wasJustTold(trip, customer.id, text)) return;
  if (tone === 'trouble')
    await tellTeam(trip, { key, customerId: customer.id, text: internal`⚠️ ${text}` });
  const advocate = await findAdvocate(trip, customer);
  if (!advocate) return;
  await tellColleague(trip, {
    key,
    personId: advocate.id,
    customerId: customer.id,
    kind: tone === 'thanks' ? 'thanks' : 'notice',
    text,
    urgency: urgencies[tone],
  });
}

async function wasJustTold({ tx, now }: Trip, customerId: string, text: string): Promise<boolean> {
  const told = await tx.message.count({
    where: {
      customerId,
      name: { in: ['task', 'course'] },
      createdAt: { gt: plus(now, -sameWordsFor) },
      text: { contains: text },
    },
  });
  return told > 0;
}
