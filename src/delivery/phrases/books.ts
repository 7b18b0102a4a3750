import { billPhrases } from './bill.ts';
import { checkInPhrases } from './check-in.ts';
import { factPhrases } from './facts.ts';
import { graduationPhrases } from './graduation.ts';
import { handingOverPhrases } from './handing-over.ts';
import { newsPhrases } from './news.ts';
import { ourselvesPhrases } from './ourselves.ts';
import { outsidePhrases } from './outside.ts';
import { pagePhrases } from './page.ts';
import { partnerWordPhrases } from './partner-words.ts';
import { partnerPhrases } from './partners.ts';
import type { Phrases } from './phrase.ts';
import { quarterPhrases } from './quarter.ts';
import { questionPhrases } from './questions.ts';
import { rhythmChangePhrases } from './rhythm-change.ts';
import { situationPhrases } from './situation.ts';
import { slipPhrases } from './slips.ts';
import { standingPhrases } from './standing.ts';
import { surveyPhrases } from './surveys.ts';
import { thanksPhrases } from './thanks.ts';
import { timesPhrases } from './times.ts';
import { timesAskedPhrases } from './times-asked.ts';
import { voicePhrases } from './voice.ts';
import { windowPhrases } from './window.ts';
import { worryPhrases } from './worry.ts';

/** Every sentence we have in the other languages. */
export const books: readonly Phrases[] = [
  billPhrases,
  checkInPhrases,
  factPhrases,
  graduationPhrases,
  handingOverPhrases,
  newsPhrases,
  ourselvesPhrases,
  outsidePhrases,
  pagePhrases,
  partnerPhrases,
  partnerWordPhrases,
  quarterPhrases,
  questionPhrases,
  rhythmChangePhrases,
  situationPhrases,
  slipPhrases,
  standingPhrases,
  surveyPhrases,
  voicePhrases,
  thanksPhrases,
  timesAskedPhrases,
  timesPhrases,
  windowPhrases,
  worryPhrases,
];
