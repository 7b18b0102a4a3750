import { confidencePolicy, type EvidenceKind } from '../../confidence/policy.ts';
import { recordEvidence } from '../../confidence/record-evidence.ts';
import { findAdvocate } from '../../customers/find-advocate.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { hour, plus } from '../../shared/time.ts';
import { findCurrentTransitions } from '../../transitions/find-transition.ts';
import { carryThanks } from './carry-thanks.ts';
import { endSilence } from './end-silence.ts';
import { giveToAdvocate } from './give-to-advocate.ts';
import { notifyAdvocate } from './notify-advocate.ts';
import { planNext } from './plan-next.ts';
import { type Saying, sayingText } from './saying.ts';

export interface Heard {
  readonly customerId: string;
  /** Who on the customer's side; null when we do not know them. */
  readonly personId: string | null;
  readonly tone: 'worried' | 'complaint' | 'thanks' | 'neutral' | 'resolved';
  readonly words: string;
  /** Set when the advocate hears of these words in another message. */
  readonly isTold?: true;
}

/**
 * Somebody on the customer's side said something unasked: silence and rest end, the next check-in keeps
 * its distance, mood counts as evidence and reaches the advocate. Says nothing to the customer.
 */
export async function recordCustomerWords(trip: Trip, heard: Heard): Promise<void> {
  const { customerId, tone } = heard;
  const waited = await endSilence(trip, heard);
  // Asked before these words are evidence themselves.
  const isSameTrouble = isTrouble(tone) && (await wasJustTrouble(trip, customerId));
  const kind = evidenceOf(tone);
  if (kind) {
    await recordEvidence(trip, {
      key: `heard:${trip.random.id()}`,
      customerId,
      kind,
      note: `"${heard.words}"`,
    });
  }
  if (!heard.isTold) await tellAdvocate(trip, heard, { isSameTrouble });
  const current = await findCurrentTransitions(trip.tx, customerId, trip.now);
  for (const { id } of current) {
    if (tone === 'neutral' && !waited.has(id)) continue;
    if (!(await trip.tx.cadence.findUnique({ where: { transitionId: id } }))) continue;
    await planNext(trip, id, { occasion: isTrouble(tone) ? 'worried' : 'time', askedAt: null });
  }
}

function isTrouble(tone: Heard['tone']): boolean {
  return tone === 'worried' || tone === 'complaint';
}

function evidenceOf(tone: Heard['tone']): EvidenceKind | null {
  if (tone === 'neutral') return null;
  return tone === 'resolved' ? 'good' : tone;
}

/** Several messages about one trouble are one task. */
async function wasJustTrouble({ tx, now }: Trip, customerId: string): Promise<boolean> {
  const known = await tx.evidence.count({
    where: {
      customerId,
      kind: { in: ['worried', 'complaint', 'page'] },
      at: { gt: plus(now, -confidencePolicy.sameTroubleHours * hour) },
    },
  });
  return known > 0;
}

/** Trouble becomes one task, further words about it and thanks are passed on; an open page carries its own words. */
async function tellAdvocate(
  trip: Trip,
  { customerId, personId, tone, words }: Heard,
  { isSameTrouble }: { readonly isSameTrouble: boolean },
): Promise<void> {
  if (tone === 'neutral' || tone === 'resolved') return;
  if (isTrouble(tone) && (await findOpenPage(trip.tx, customerId))) return;
  const customer = await getCustomer(trip.tx, customerId);
  const doing = { worried: 'is worried', complaint: 'complains', thanks: 'says thank you' }[tone];
  const saying: Saying = {
    customer,
    personId,
    doing,
    words,
    tone: tone === 'thanks' ? tone : 'trouble',
  };
  const key = `heard:${trip.random.id()}`;
  if (isTrouble(tone) && !isSameTrouble) await giveToAdvocate(trip, key, saying);
  else await notifyAdvocate(trip, key, saying);
  if (tone !== 'thanks') return;
  const person = await findPerson(trip.tx, personId);
  const advocate = await findAdvocate(trip, customer);
  await carryThanks(trip, {
    key,
    customerId,
    words,
    text: sayingText(saying, person?.name ?? null),
    advocateId: advocate?.id ?? null,
  });
}
