import { carryThanks } from '../../check-ins/answers/carry-thanks.ts';
import { sayingText } from '../../check-ins/answers/saying.ts';
import { getCustomer } from '../../customers/find-customer.ts';
import { findPerson } from '../../customers/find-person.ts';
import { shared } from '../../delivery/audience.ts';
import { confirmPage } from '../../paging/confirm-page.ts';
import { reopenPage } from '../../paging/reopen-page.ts';
import type { Trip } from '../../shared/database.ts';
import { unreachable } from '../../shared/errors.ts';
import { planSurvey } from '../../surveys/plan-survey.ts';
import { says } from '../../understanding/speech/say.ts';
import { speechOf, toldIn } from '../../understanding/speech/speech.ts';
import { answer, type Reply } from '../replies/reply.ts';
import type { CheckedPress } from './checked-press.ts';

/** The answer to "Did that do it?". The receipt shows it; only a stale button is answered in words. */
export async function confirmOrReopen(
  trip: Trip,
  { turn, action, subject, customerId, words }: CheckedPress,
): Promise<Reply[]> {
  const personId = turn.actor?.id;
  if (!personId) return [];
  if (action === 'page.reopen') {
    const outcome = await reopenPage(trip, { pageId: subject, personId, words });
    if (outcome !== 'open') return [];
    return [
      answer(
        customerId,
        shared`It is open, and I go on until it is solved. The receipt shows who has it.`,
      ),
    ];
  }
  const outcome = await confirmPage(trip, { pageId: subject, personId });
  switch (outcome) {
    case 'confirmed':
      if (words !== undefined) await passThanks(trip, { subject, customerId, words, personId });
      await planSurvey(trip, { kind: 'csat', occasion: subject, customerId, personId });
      return [];
    case 'already':
      return [];
    case 'not-resolved':
      return [answer(customerId, shared`It is still open with us. The receipt shows who has it.`)];
    default:
      return unreachable(outcome);
  }
}

interface Confirmed extends Pick<CheckedPress, 'subject' | 'customerId'> {
  readonly words: string;
  readonly personId: string;
}

/** "Yes, thank you, that was quick" is a thank-you as well, for whoever solved it. */
async function passThanks(
  trip: Trip,
  { subject, customerId, words, personId }: Confirmed,
): Promise<void> {
  if (!says(toldIn(speechOf(words)), 'thanks')) return;
  const customer = await getCustomer(trip.tx, customerId);
  const person = await findPerson(trip.tx, personId);
  const saying = { customer, personId, doing: 'says thank you', words, tone: 'thanks' } as const;
  await carryThanks(trip, {
    key: `thanks:${subject}`,
    customerId,
    words,
    text: sayingText(saying, person?.name ?? null),
    advocateId: null,
  });
}
