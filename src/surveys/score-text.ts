import { plus } from '../shared/time.ts';
import type { SurveyAnswer } from './load-answers.ts';
import { type Estimate, fewest, netScoreOf, shareOf, trendOf } from './score.ts';
import { surveyPolicy } from './survey.ts';

/** How many found it solved well, with its interval and whether it changes. */
export function solvedText(answers: readonly SurveyAnswer[], now: Date): string {
  const theirs = answers.filter(({ kind }) => kind === 'csat');
  return `${percent(solvedOf(theirs))}. ${trendText(theirs, solvedOf, now)}`;
}

/** The net score of those who would recommend us, with its interval and whether it changes. */
export function recommendedText(answers: readonly SurveyAnswer[], now: Date): string {
  const theirs = answers.filter(({ kind }) => kind === 'nps');
  return `${net(recommendedOf(theirs))}. ${trendText(theirs, recommendedOf, now)}`;
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
