import { findAdvocate } from '../../../customers/find-advocate.ts';
import { shared } from '../../../delivery/audience.ts';
import { confirmPage } from '../../../paging/confirm-page.ts';
import { findSharedPage } from '../../../paging/page/find-shared-page.ts';
import { raisePage } from '../../../paging/raise-page.ts';
import { resolvePage } from '../../../paging/resolve-page.ts';
import type { Trip } from '../../../shared/database.ts';
import { named } from '../../../situation/text.ts';
import { planSurvey } from '../../../surveys/plan-survey.ts';
import { answer, type Reply } from '../../replies/reply.ts';
import { mayBeOver, readOutcome } from '../../words/outcome-words.ts';
import { sureness } from '../../words/sureness.ts';
import { getHuman } from '../get-human.ts';
import { answerHelp } from './answer-help.ts';
import { answerNoPageOpen } from './answer-who.ts';
import type { Ask } from './ask.ts';
import { askStandDown } from './ask-stand-down.ts';

/** "We're back up", "false alarm": settles the page it is about, when there is one. */
export async function answerResolved(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, person, text } = ask;
  const page = await findSharedPage(trip.tx, customer.id);
  if (!ask.isPicked && !isSurelyOver(ask) && (readOutcome(text) === 'unsolved' || !mayBeOver(text)))
    return page
      ? getHuman(trip, ask.turn, { customer, words: text, how: 'asked' })
      : answerHelp(trip, ask);
  if (!page || !person) return confirmNewest(trip, ask);
  const personId = person.id;
  if (page.state === 'acknowledged') return notifyOwner(trip, ask);
  if (ask.pickedAbout !== page.id) return [await askStandDown(trip, ask, page.id)];
  await resolvePage(trip, { pageId: page.id, personId, note: '' });
  await confirmPage(trip, { pageId: page.id, personId });
  return [];
}

function isSurelyOver({ act }: Ask): boolean {
  return act?.act === 'over' && act.confidence >= sureness.toCalm;
}

/** Whoever has the page hears it and closes it. */
async function notifyOwner(trip: Trip, { turn, customer, person, text }: Ask): Promise<Reply[]> {
  await raisePage(trip, {
    customerId: customer.id,
    raisedBy: 'customer',
    raisedById: person?.id ?? null,
    words: text,
    isShared: true,
    placeId: turn.seat.kind === 'place' ? turn.seat.place.id : null,
  });
  const told = shared`Whoever has your page is told in your words`;
  return [
    answer(
      customer.id,
      readOutcome(text) === 'solved'
        ? shared`Good to hear. ${told}, and will close it.`
        : shared`${told}.`,
    ),
  ];
}

/** Nothing is open: the newest "Did that do it?" is answered, if one waits. */
async function confirmNewest(trip: Trip, ask: Ask): Promise<Reply[]> {
  const { customer, person, text } = ask;
  const page = await trip.tx.page.findFirst({
    where: { customerId: customer.id, isShared: true, state: 'resolved', confirmed: null },
    orderBy: { resolvedAt: 'desc' },
  });
  if (page && person) {
    await confirmPage(trip, { pageId: page.id, personId: person.id });
    const solved = { occasion: page.id, customerId: customer.id, personId: person.id };
    await planSurvey(trip, { kind: 'csat', ...solved });
    return [];
  }
  if (readOutcome(text) !== 'solved') return answerNoPageOpen(trip, ask);
  const advocate = await findAdvocate(trip, customer);
  const who = advocate ? shared` I've told ${named(advocate.name)}.` : shared``;
  return [answer(customer.id, shared`Good that it works.${who} If it comes back, say so here.`)];
}
