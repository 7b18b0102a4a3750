import { mention, shared, type Text, time } from '../delivery/audience.ts';
import { type Card, sharedCard } from '../delivery/card.ts';
import { valuedSubject } from '../delivery/valued-subject.ts';
import { named, personFoot } from '../situation/text.ts';
import { openly } from '../timeline/event.ts';
import { type SurveyKind, scoresOf } from './survey.ts';

export interface Asking {
  readonly id: string;
  readonly customerId: string;
  readonly kind: SurveyKind;
  readonly person: { readonly id: string; readonly name: string };
  /** When what it asks about was. */
  readonly about: Date;
}

/** One question with one tap to answer it. */
export function surveyCard(asking: Asking): Card<'shared'> {
  const { id, customerId, kind } = asking;
  return sharedCard('survey', customerId, {
    body: [questionText(asking), shared`A tap is enough, and no answer is fine too.`],
    actions: scoresOf(kind).map(score => ({
      id: 'survey.score',
      label: String(score),
      subject: valuedSubject(id, String(score)),
    })),
    foot: personFoot,
  });
}

/** The question once it is answered: without buttons, and without the score, which is nobody else's. */
export function answeredCard(asking: Asking): Card<'shared'> {
  return sharedCard('survey', asking.customerId, {
    body: [questionText(asking), shared`✅ Answered, thank you.`],
    foot: personFoot,
  });
}

function questionText({ kind, person, about }: Asking): Text<'shared'> {
  const whom = mention(person.id, openly(person.name));
  return kind === 'csat'
    ? shared`${whom}, how well did we solve what you called us for on ${time(about, 'day')}? 1 is not at all, 5 is very well.`
    : shared`${whom}, how likely are you to recommend us to somebody in your place? 0 is not at all, 10 is certainly.`;
}

/** What is said to a score: thanks, and the one open question. */
export function reasonText(readerName: string | null, found: 'well' | 'badly'): Text<'shared'>[] {
  const who = readerName
    ? shared`${named(readerName)} reads it in your words.`
    : shared`It is passed on in your words.`;
  return found === 'badly'
    ? [shared`Thank you. What should we have done better? ${who}`]
    : [shared`Thank you. What is the main reason? ${who}`];
}

/** Whether somebody who would recommend us may be asked by others how it went: for them alone, never before their colleagues. */
export function referenceCard({
  id,
  customerId,
}: Pick<Asking, 'id' | 'customerId'>): Card<'shared'> {
  return sharedCard('survey', customerId, {
    body: [
      shared`May others who think about it ask you how it went with us?`,
      shared`You can take that back at any time: just say so.`,
    ],
    actions: [
      { id: 'reference.accept', label: 'Yes', subject: id, style: 'primary' },
      { id: 'reference.decline', label: 'No', subject: id },
    ],
    foot: personFoot,
  });
}
