import { loadMatters } from '../management/load-matters.ts';
import type { Trip } from '../shared/database.ts';
import { monthsOf, type Quarter } from '../shared/quarter.ts';
import { isBefore } from '../shared/time.ts';
import { loadAnswers } from '../surveys/load-answers.ts';
import { recommendedText, solvedText } from '../surveys/score-text.ts';
import { loadTallies } from '../voice/load-tallies.ts';
import { isTheme, nameOf } from '../voice/tally.ts';
import type { OwnFacts } from './own-text.ts';

/** What a customer's quarter says to us alone. */
export async function loadOwn(
  trip: Trip,
  { id: customerId, timeZone }: { readonly id: string; readonly timeZone: string },
  quarter: Quarter,
): Promise<OwnFacts> {
  const { tx, now } = trip;
  const { from, until } = quarter;
  const within = { gte: from, lt: isBefore(now, until) ? now : until };
  const answers = await loadAnswers(tx, customerId);
  const unreported = await tx.milestone.findMany({
    where: { customerId, state: { in: ['planned', 'underway'] }, plannedUntil: within },
    orderBy: { plannedUntil: 'asc' },
  });
  const missed = await tx.vendorPromise.findMany({
    where: { customerId, state: 'missed', promisedFor: within },
    orderBy: { promisedFor: 'asc' },
  });
  const months = monthsOf(quarter, timeZone);
  const tallies = await loadTallies(tx, { customerIds: [customerId], from, until });
  const matters = await loadMatters(trip, { quarter, customerIds: [customerId] });
  return {
    solved: solvedText(answers, now),
    recommended: recommendedText(answers, now),
    unreported: unreported.map(({ name }) => name),
    missed: missed.map(({ text }) => text),
    waiting: await tx.serviceRequest.count({
      where: { customerId, month: { in: months }, state: { in: ['waiting', 'queried'] } },
    }),
    undecided: tallies
      .filter(tally => isTheme(tally) && tally.theme.state === 'open')
      .map(tally => ({ number: tally.theme.number, name: nameOf(tally) })),
    reachedManagement: matters.count,
  };
}
