import {
  mention,
  type OpenSpan,
  shared,
  type Text,
  term,
  time,
  words,
} from '../../delivery/audience.ts';
import { type Action, type Card, sharedCard } from '../../delivery/card.ts';
import { openly } from '../../timeline/event.ts';
import { capitalNumberTerm } from '../../transitions/duration.ts';
import { type Rung, rungTerm, rungWords } from '../cadence/cadence.ts';
import type { Answer } from './check-in.ts';
import type { CheckInQuestion } from './questions.ts';

const pageFoot: Text<'shared'> = shared`If something is wrong, type page and I'll fetch a person, at any hour.`;

export interface Asked {
  readonly id: string;
  readonly name: string;
}

export interface Question {
  readonly checkInId: string;
  readonly customerId: string;
  /** Whom it is addressed to, by a mention that their client notices; null = everybody. */
  readonly asked: Asked | null;
  readonly question: CheckInQuestion;
  /** What changes with this check-in, said first. */
  readonly announcement: Text<'shared'> | null;
}

/** The question with its three one-tap answers. */
export function askCard(ask: Question): Card<'shared'> {
  const { checkInId, customerId, question, announcement } = ask;
  const asked = shared`${addressed(ask.asked)}, ${question.text}`;
  return sharedCard('check-in', customerId, {
    body: announcement ? [shared`${announcement} Say less or more at any time.`, asked] : [asked],
    actions: answerActions(checkInId, question.yes),
    foot: pageFoot,
  });
}

export interface Repeat extends Pick<Question, 'checkInId' | 'customerId' | 'asked'> {
  /** Nobody whose last word was trouble is told that silence is fine. */
  readonly lastWord: 'trouble' | 'calm';
  readonly advocate: OpenSpan;
}

/** The one gentle repeat. */
export function repeatCard({
  checkInId,
  customerId,
  asked,
  lastWord,
  advocate: who,
}: Repeat): Card<'shared'> {
  const again =
    lastWord === 'trouble'
      ? shared`it was not all well when I last heard from your side, so I ask once more: how is it now? One tap is enough. Without an answer I'll ask ${who} to get in touch.`
      : shared`only in case it slipped by: how is it going? If it's quiet because all is well, no need to answer.`;
  return sharedCard('check-in-repeat', customerId, {
    body: [shared`${addressed(asked)}, ${again}`],
    actions: answerActions(checkInId, null),
    foot: pageFoot,
  });
}

function addressed(asked: Asked | null): Text<'shared'> {
  return asked ? shared`${mention(asked.id, openly(asked.name))}` : shared`${everyone}`;
}

const everyone = term('Everyone', {
  de: 'Sie alle',
  fr: 'À tous',
  es: 'A todos',
  pt: 'A todos',
  ja: '皆さん',
});

function answerActions(checkInId: string, yes: CheckInQuestion['yes']): Action[] {
  const good: Action = {
    id: 'check-in.good',
    label: 'All good',
    subject: checkInId,
    style: 'primary',
  };
  return [
    yes === 'good' ? { ...good, isYes: true } : good,
    { id: 'check-in.fine', label: 'Fine, one thing', subject: checkInId },
    { id: 'check-in.worried', label: 'Worried', subject: checkInId },
  ];
}

const answerTerms: Readonly<Record<Answer, OpenSpan>> = {
  good: term('all good', {
    de: 'alles gut',
    fr: 'tout va bien',
    es: 'todo bien',
    pt: 'tudo bem',
    ja: '順調',
  }),
  fine: term('fine, one thing', {
    de: 'gut, bis auf eines',
    fr: 'bien, sauf une chose',
    es: 'bien, salvo una cosa',
    pt: 'bem, menos uma coisa',
    ja: '一つだけある',
  }),
  worried: term('worried', {
    de: 'in Sorge',
    fr: 'inquiet',
    es: 'con preocupación',
    pt: 'com preocupação',
    ja: '心配',
  }),
};

export interface Answered {
  readonly byName: string | null;
  readonly answer: Answer;
  readonly at: Date;
  readonly nextAt: Date | null;
}

/** The question once it is answered: who said what, and when we ask next. No buttons any more. */
export function answeredCard(
  asked: Card<'shared'>,
  { byName, answer, at, nextAt }: Answered,
): Card<'shared'> {
  const mark = answer === 'worried' ? shared`⚠️` : shared`✅`;
  const by = byName ? shared`${words(openly(byName))}: ` : shared``;
  const said = shared`${mark} ${by}${answerTerms[answer]}, ${time(at)}.`;
  return sharedCard(asked.name, asked.customerId, {
    body: [...asked.body, nextAt ? shared`${said} Next time: ${time(nextAt)}.` : said],
    foot: pageFoot,
  });
}

/** Why the ladder moved, in the customer's eyes. */
export type StepReason =
  | { readonly kind: 'calm'; readonly answers: number; readonly isDaily: boolean }
  | { readonly kind: 'calm-again' }
  | { readonly kind: 'bad-days'; readonly name: string; readonly until: Date }
  | { readonly kind: 'after-window' }
  | { readonly kind: 'steady' }
  | { readonly kind: 'trouble' }
  | { readonly kind: 'asked-for' };

/** The announcement of a step, with its reason: "Three calm answers in a row, so I'll check in every two days from now on." */
export function cadenceStepText(rung: Rung, reason: StepReason): Text<'shared'> {
  const rhythm = rungTerm(rung);
  switch (reason.kind) {
    case 'calm':
      return calmText(reason, rhythm);
    case 'calm-again':
      return shared`Calmer again, so I'm back to asking ${rhythm}.`;
    case 'bad-days':
      return shared`${spellName(reason.name)}, so I'll check in ${rhythm} until ${time(reason.until, 'day')}.`;
    case 'after-window':
      return shared`The window has closed. From now on I'll check in ${rhythm}.`;
    case 'steady':
      return shared`The time of settling in is over. From now on I'll check in ${rhythm}.`;
    case 'trouble':
      return shared`It has not all been smooth lately, so I'll check in ${rhythm} for now.`;
    case 'asked-for':
      return shared`From now on I'll check in ${rhythm}.`;
  }
}

function calmText(
  { answers, isDaily }: Extract<StepReason, { kind: 'calm' }>,
  rhythm: OpenSpan,
): Text<'shared'> {
  if (answers < 2) return shared`It has been calm, so I'll check in ${rhythm} from now on.`;
  const what = isDaily ? shared`calm days` : shared`calm answers`;
  return shared`${capitalNumberTerm(answers)} ${what} in a row, so I'll check in ${rhythm} from now on.`;
}

function spellName(name: string): Text<'shared'> {
  if (name === 'the first month-end') return shared`Month-end is close`;
  return shared`The first days are the hardest`;
}

/** A step outwards, said in answer to the customer, with a way to object. */
export function stepCard(
  { transitionId, customerId }: { readonly transitionId: string; readonly customerId: string },
  { rung, from, reason }: { readonly rung: Rung; readonly from: Rung; readonly reason: StepReason },
): Card<'shared'> {
  return sharedCard('cadence-change', customerId, {
    body: [shared`${cadenceStepText(rung, reason)} I'm here any time: just type.`],
    actions: [
      { id: 'cadence.keep', label: `Keep ${keepWords(from)}`, subject: transitionId },
      { id: 'cadence.accept', label: "That's fine", subject: transitionId },
    ],
    foot: pageFoot,
  });
}

function keepWords(rung: Rung): string {
  return rungWords(rung).replace(/^about /, '');
}

export interface WorryReply {
  readonly advocate: OpenSpan;
  readonly hasWords: boolean;
  readonly hasOpenPage: boolean;
  readonly nextAt: Date | null;
  /** Until when somebody has to have answered; then a person is fetched. */
  readonly answerBy: Date | null;
}

/** The answer to a worry: where it is now, and a person at once if wanted. */
export function worriedCard(customerId: string, reply: WorryReply): Card<'shared'> {
  const { advocate, hasWords, hasOpenPage, nextAt, answerBy } = reply;
  const again = nextAt ? shared` I'll ask again ${time(nextAt)}.` : shared``;
  if (hasOpenPage) {
    return sharedCard('answer', customerId, {
      body: [shared`That sounds uncomfortable. I've added it to the page that is open.${again}`],
      foot: pageFoot,
    });
  }
  const where = hasWords
    ? shared`I've sent what worries you to ${advocate}, in your words.`
    : shared`I've told ${advocate} that you are worried. Write what it is, and it goes along in your words.`;
  const by = answerBy
    ? shared` If nobody has answered you by ${time(answerBy)}, I fetch a person.`
    : shared``;
  return sharedCard('help-offer', customerId, {
    body: [
      shared`That sounds uncomfortable. ${where}${by}${again}`,
      shared`Shall I get someone on the line right away?`,
    ],
    actions: [
      { id: 'page.raise', label: 'Yes', subject: customerId, style: 'primary' },
      { id: 'page.decline', label: 'It can wait', subject: customerId },
    ],
    foot: shared`You can also type page, at any hour.`,
  });
}

/** The answer to what it is that worries, once somebody has said that they are. The offer of a person stands above. */
export function worryWordsCard(customerId: string, advocate: OpenSpan): Card<'shared'> {
  return sharedCard('answer', customerId, {
    body: [shared`Thank you. I've sent that to ${advocate} too, in your words.`],
    foot: shared`Type page and I'll fetch a person right away.`,
  });
}

/** The answer to "fine, one thing". */
export function fineCard(
  customerId: string,
  { advocate, hasWords }: { advocate: OpenSpan; hasWords: boolean },
): Card<'shared'> {
  const body = hasWords
    ? shared`Thank you. I've passed that to ${advocate}, in your words.`
    : shared`Good. What is the one thing? Write it here, and ${advocate} will have it.`;
  return sharedCard('answer', customerId, { body: [body], foot: pageFoot });
}
