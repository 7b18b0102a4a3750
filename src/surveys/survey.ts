import { day } from '../shared/time.ts';

/** `csat`: how well something was solved, 1 to 5. `nps`: whether they would recommend us, 0 to 10. */
export const surveyKinds = ['csat', 'nps'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/**
 * `planned` until its moment; `asked`; `scored` while its words may still come; `done`; `silent` when nobody answered;
 * `dropped` when its moment went by.
 */
export const surveyStates = ['planned', 'asked', 'scored', 'done', 'silent', 'dropped'] as const;
export type SurveyState = (typeof surveyStates)[number];

export const surveyPolicy = {
  /** One person is asked how something was solved at most so often. */
  csatEvery: 14 * day,
  npsEvery: 91 * day,
  /** A question whose moment was so long ago is not asked any more. */
  csatKeeps: 3 * day,
  npsKeeps: 30 * day,
  /** An answer is taken for so long. */
  answerableFor: 7 * day,
  /** Whether they would be a reference is asked so often in a year, and no more. */
  referencesAYear: 2,
} as const;

/** How long after its moment a question of this kind is still asked, in milliseconds. */
export function keepsOf(kind: SurveyKind): number {
  return kind === 'csat' ? surveyPolicy.csatKeeps : surveyPolicy.npsKeeps;
}

/** The scores a kind can have, the lowest first. */
export function scoresOf(kind: SurveyKind): readonly number[] {
  return kind === 'csat' ? [1, 2, 3, 4, 5] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
}

/** What a press or words gave as a score of this kind; null when it is none. */
export function scoreFrom(kind: SurveyKind, said: string): number | null {
  const most = kind === 'csat' ? '5' : '10';
  const [, digits = '', of] =
    /^(?:an? |score )?(\d{1,2})(?:\s*(?:\/|out of|von|sur|de)\s*(\d{1,2}))?[.!]*$/i.exec(
      said.trim(),
    ) ?? [];
  if (digits === '' || (of !== undefined && of !== most)) return null;
  const score = Number(digits);
  return scoresOf(kind).includes(score) ? score : null;
}

/** Somebody was not well served: their words are the advocate's to answer. */
export function isLow(kind: SurveyKind, score: number): boolean {
  return kind === 'csat' ? score <= 2 : score <= 6;
}

/** One of the best scores: its words praise. */
export function isPraise(kind: SurveyKind, score: number): boolean {
  return kind === 'csat' ? score >= 4 : score >= 9;
}

/** Somebody who may be asked whether they would tell others. */
export function isPromoter(kind: SurveyKind, score: number): boolean {
  return kind === 'nps' && score >= 9;
}
