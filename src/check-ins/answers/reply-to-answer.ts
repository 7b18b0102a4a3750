import { advocateText } from '../../customers/advocate-text.ts';
import { findPerson } from '../../customers/find-person.ts';
import type { Card } from '../../delivery/card.ts';
import { findOpenPage } from '../../paging/page/find-pages.ts';
import type { Trip } from '../../shared/database.ts';
import { fineCard, stepCard, worriedCard, worryWordsCard } from '../asking/cards.ts';
import { calmAnswers } from '../asking/check-in.ts';
import { compareRungs } from '../cadence/cadence.ts';
import { promised } from '../cadence/scene.ts';
import type { Planned } from './plan-next.ts';
import type { TakenWorry } from './take-worry.ts';

export interface Replying extends TakenWorry {
  /** What comes next; null when nothing does. */
  readonly planned: Planned | null;
}

/** What has to be said back to an answer, or null when the edited question says it all. */
export async function replyToAnswer(
  trip: Trip,
  replying: Replying,
): Promise<Card<'shared'> | null> {
  const { checkIn, given, customer, planned } = replying;
  const advocate = advocateText(await findPerson(trip.tx, customer.advocateId));
  const hasWords = Boolean(given.words);
  switch (given.answer) {
    case 'worried': {
      const hasOpenPage = (await findOpenPage(trip.tx, customer.id)) !== null;
      const isKnown = checkIn.answer === 'worried';
      if (isKnown && !hasOpenPage) return worryWordsCard(customer.id, advocate);
      const nextAt = planned && promised(planned.scene, planned.at);
      const { dueAt: answerBy } = await trip.tx.checkIn.findUniqueOrThrow({
        where: { id: checkIn.id },
        select: { dueAt: true },
      });
      return worriedCard(customer.id, { advocate, hasWords, hasOpenPage, nextAt, answerBy });
    }
    case 'fine':
      return fineCard(customer.id, { advocate, hasWords });
    case 'good':
      return planned ? announceStep(trip, planned) : null;
  }
}

/** A step outwards is announced in answer to the customer, with its reason and a way to object. */
async function announceStep({ tx }: Trip, planned: Planned): Promise<Card<'shared'> | null> {
  const { scene, from, rung } = planned;
  const { transition } = scene;
  const { toldRung } = scene.cadence;
  if (compareRungs(rung, from) <= 0 || compareRungs(rung, toldRung ?? from) <= 0) return null;
  const rows = await tx.checkIn.findMany({
    where: { transitionId: transition.id, state: { not: 'skipped' } },
    orderBy: { seq: 'desc' },
    take: 12,
    select: { answer: true, rung: true },
  });
  await tx.cadence.update({ where: { transitionId: transition.id }, data: { toldRung: rung } });
  const answers = calmAnswers(rows.map(row => (row.rung === from ? row.answer : null)));
  const reason =
    transition.phase === 'live'
      ? ({ kind: 'calm-again' } as const)
      : ({ kind: 'calm', answers, isDaily: from === '1d' } as const);
  const whose = { transitionId: transition.id, customerId: transition.customerId };
  return stepCard(whose, { rung, from, reason });
}
