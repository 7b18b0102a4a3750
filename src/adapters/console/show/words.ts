import { type MessageName, messageNames } from '../../../delivery/card.ts';
import type { PageState } from '../../../shared/database.ts';
import type { Sign, Sort } from '../../../situation/portfolio-statement.ts';
import type { Phase } from '../../../transitions/transition.ts';

/** What people read for each phase. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  preparing: 'Preparing',
  live: 'Live now',
  settling: 'Settling',
  steady: 'Steady',
  graduated: 'Graduated',
};

/** What people read for each state of a page. */
export const pageWords: Readonly<Record<PageState, string>> = {
  open: 'Nobody has it',
  acknowledged: 'Somebody has it',
  resolved: 'Resolved',
};

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** "German" for "de". */
export function languageName(code: string): string {
  return languages.of(code) ?? code;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Mon–Fri" for 1 to 5, "Mon, Wed" for 1 and 3. */
export function weekdayRange(days: readonly number[]): string {
  const inOrder = days.toSorted((a, b) => a - b);
  const first = inOrder[0] ?? 1;
  const last = inOrder.at(-1) ?? first;
  const isRun = inOrder.length > 2 && last - first === inOrder.length - 1;
  const shown = isRun ? [first, last] : inOrder;
  return shown.map(day => weekdays[day - 1]).join(isRun ? '–' : ', ');
}

/** What people read for each way of picking customers out. */
export const signWords: Readonly<Record<Sign, string>> = {
  preparing: phaseWords.preparing,
  live: phaseWords.live,
  settling: phaseWords.settling,
  steady: phaseWords.steady,
  page: 'Open page',
  silent: 'Silent',
  owed: 'Promises',
};

/** What people read for each order customers may stand in. */
export const sortWords: Readonly<Record<Sort | 'attention', string>> = {
  attention: 'By attention',
  name: 'By name',
  confidence: 'By confidence, the least sure first',
  'check-in': 'By next check-in',
  silence: 'By silence, the longest first',
};

const messages: Readonly<Record<MessageName, string>> = {
  'check-in': 'A check-in',
  'check-in-repeat': 'A check-in, repeated',
  'cadence-change': 'How often they are asked',
  situation: 'What is happening now',
  answer: 'An answer',
  'help-offer': 'The offer of a person',
  page: 'A page',
  'page-update': 'Word about a page',
  'page-receipt': 'That somebody is called',
  'page-word': 'Word about a page',
  task: 'A task',
  'news-request': 'A request for news',
  news: 'News',
  opening: 'The opening of a window',
  closing: 'The closing of a window',
  slip: 'A new time of a step',
  step: 'Whether a step is done',
  drill: 'A practice page',
  handover: 'A hand-over',
  shift: 'A shift',
  notice: 'A notice that somebody wished for',
  course: 'The course of a page',
  morning: 'The morning brief',
  promise: 'A promise',
  review: 'A service request',
  survey: 'A survey',
  voice: 'What customers say',
  graduation: 'The end of the care',
  welcome: 'The welcome',
  refusal: 'A refusal',
};

/** What people read for a kind of message; what is none of ours stands under its own name. */
export function messageWords(name: string): string {
  const known = messageNames.find(one => one === name);
  return known ? messages[known] : name;
}
