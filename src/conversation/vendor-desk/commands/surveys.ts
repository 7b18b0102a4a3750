import { internal, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { plus } from '../../../shared/time.ts';
import { loadAnswers, type SurveyAnswer } from '../../../surveys/load-answers.ts';
import { type Estimate, fewest, netScoreOf, shareOf, trendOf } from '../../../surveys/score.ts';
import { surveyPolicy } from '../../../surveys/survey.ts';
import { note, type Reply } from '../../replies/reply.ts';
import type { Command } from './command.ts';
import { forCustomer } from './for-customer.ts';

const mostWords = 5;

/** `surveys northwind`: scores with their counts and intervals, how they change, and the newest words. */
export async function surveys(trip: Trip, command: Command): Promise<Reply[]> {
  return forCustomer(trip, command, async ({ customer }) => {
    const answers = await loadAnswers(trip.tx, customer.id);
    const ofKind = (kind: SurveyAnswer['kind']) => answers.filter(one => one.kind === kind);
    const agree = await trip.tx.survey.findMany({
      where: { customerId: customer.id, reference: 'agreed' },
      distinct: ['personId'],
      select: { personId: true },
    });
    const said = answers.filter(({ words }) => words !== null).slice(0, mostWords);
    return [
      note(
        customer.id,
        internal`Solved well (4 or 5 of 5): ${percent(solvedOf(ofKind('csat')))}. ${trendText(ofKind('csat'), solvedOf, trip.now)}`,
        internal`Would recommend us: ${net(recommendedOf(ofKind('nps')))}. ${trendText(ofKind('nps'), recommendedOf, trip.now)}`,
        internal`References: ${agree.length}.`,
        ...said.map(wordsLine),
      ),
    ];
  });
}

function solvedOf(answers: readonly SurveyAnswer[]): Estimate | null {
  return shareOf(answers.filter(({ score }) => score >= 4).length, answers.length);
}

function recommendedOf(answers: readonly SurveyAnswer[]): Estimate | null {
  return netScoreOf(answers.map(({ score }) => score));
}

function percent(share: Estimate | null): string {
  if (!share) return 'no answers yet';
  const [value, low, high] = [share.value, share.low, share.high].map(of => Math.round(of * 100));
  return `${value} % of ${share.count} (95 %: ${low} to ${high} %)`;
}

function net(score: Estimate | null): string {
  if (!score) return 'no answers yet';
  const [value, low, high] = [score.value, score.low, score.high].map(Math.round);
  return `${value} from ${score.count} (95 %: ${low} to ${high})`;
}

const trendWords = {
  'too-few': `Too few answers to say whether it changes: it takes ${fewest} in each quarter.`,
  up: 'Better than the quarter before.',
  down: 'Worse than the quarter before.',
  unclear: 'No change that the answers would show.',
} as const;

/** The last quarter beside the one before. */
function trendText(
  answers: readonly SurveyAnswer[],
  estimate: (answers: readonly SurveyAnswer[]) => Estimate | null,
  now: Date,
): string {
  const quarter = plus(now, -surveyPolicy.npsEvery);
  const before = plus(quarter, -surveyPolicy.npsEvery);
  const last = answers.filter(({ answeredAt }) => answeredAt > quarter);
  const prior = answers.filter(({ answeredAt }) => answeredAt > before && answeredAt <= quarter);
  return trendWords[trendOf(estimate(prior), estimate(last))];
}

function wordsLine({ personName, score, words, answeredAt }: SurveyAnswer): Text<'internal'> {
  return internal`${time(answeredAt, 'day')} ${personName}, ${score}: “${words ?? ''}”`;
}
