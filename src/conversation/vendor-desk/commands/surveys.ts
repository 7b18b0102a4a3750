import { internal, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { loadAnswers, type SurveyAnswer } from '../../../surveys/load-answers.ts';
import { recommendedText, solvedText } from '../../../surveys/score-text.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

const mostWords = 5;

/** `surveys northwind`: scores with their counts and intervals, how they change, and the newest words. */
export async function surveys(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const answers = await loadAnswers(trip.tx, customer.id);
    const agree = await trip.tx.survey.findMany({
      where: { customerId: customer.id, reference: 'agreed' },
      distinct: ['personId'],
      select: { personId: true },
    });
    const said = answers.filter(({ words }) => words !== null).slice(0, mostWords);
    return [
      note(
        customer.id,
        internal`Solved well (4 or 5 of 5): ${solvedText(answers, trip.now)}`,
        internal`Would recommend us: ${recommendedText(answers, trip.now)}`,
        internal`References: ${agree.length}.`,
        ...said.map(wordsLine),
      ),
    ];
  });
}

function wordsLine({ personName, score, words, answeredAt }: SurveyAnswer): Text<'internal'> {
  return internal`${time(answeredAt, 'day')} ${personName}, ${score}: “${words ?? ''}”`;
}
