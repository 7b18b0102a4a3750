import { shared, strong, type Text, time, words } from '../delivery/audience.ts';
import { type Card, type Fact, sharedCard } from '../delivery/card.ts';
import { factWords } from '../delivery/fact-words.ts';
import { joined } from '../delivery/listed.ts';
import { day, since } from '../shared/time.ts';
import { openly } from '../timeline/event.ts';
import { durationTerm } from '../transitions/duration.ts';
import type { OnDuty } from './duty.ts';
import type { Freshness, OpenPage, Situation, View } from './situation.ts';
import { factText, named, personAction, personFoot } from './text.ts';
import { type Certainty, nextText, nowText } from './view-text.ts';

/** Whom we asked for news, and whether whoever asks now will be told. */
export interface Asked {
  readonly name: string;
  readonly at: Date;
  readonly isWaiting: boolean;
}

type Line = Fact<'shared'>;

/** "What's happening now?" answered: the situation as the customer reads it. */
export function situationCard(situation: Situation, asked: Asked | null): Card<'shared'> {
  const { freshness, customerId } = situation;
  const isStale = freshness.kind === 'stale';
  return sharedCard('situation', customerId, {
    body: freshness.kind === 'stale' ? [staleText(freshness, asked, situation.now)] : [],
    facts: [
      ...pageLine(situation.page),
      ...nowLines(situation, isStale ? 'last-known' : 'now'),
      ...happenedLine(situation, isStale),
      ...nextLine(situation.views, isStale),
      ...dutyLine(situation.duty),
      ...owedLine(situation),
    ],
    actions: [personAction(customerId)],
    foot: asOfText(freshness),
  });
}

/** How old the news is, that we won't guess, and whom we asked. */
export function staleText(
  { last, since: from }: Extract<Freshness, { kind: 'stale' }>,
  asked: Asked | null,
  now: Date,
): Text<'shared'> {
  const age = durationTerm(since(from, now));
  const news =
    last && last.at.getTime() >= from.getTime()
      ? shared`The last news I have is from ${time(last.at)}: ${factWords(last)} That is ${age} old, so I won't guess.`
      : shared`I have had no news since the window opened at ${time(from)}. That is ${age}, so I won't guess.`;
  if (!asked) return news;
  const isFirst = asked.at.getTime() === now.getTime();
  const ask = isFirst
    ? shared`I've asked ${strong(openly(asked.name))}`
    : shared`I asked ${strong(openly(asked.name))} at ${time(asked.at)} and am waiting for the answer`;
  const tell = asked.isWaiting ? shared`; I'll tell you here the moment I know.` : shared`.`;
  return shared`${news} ${ask}${tell}`;
}

function pageLine(page: OpenPage | null): Line[] {
  if (!page) return [];
  if (page.ownerName && page.acknowledgedAt) {
    const text = shared`${strong(openly(page.ownerName))} has it, since ${time(page.acknowledgedAt)}.`;
    return [{ label: 'Your page', text }];
  }
  const text = shared`⏳ Raised ${time(page.raisedAt)}, nobody has taken it yet. I keep fetching until somebody does.`;
  return [{ label: 'Your page', text }];
}

function nowLines({ views, completed }: Situation, certainty: Certainty): Line[] {
  const label = certainty === 'now' ? 'Now' : 'Last known';
  if (views.length === 0) return [{ label, text: nothingText(completed) }];
  return views.map(view => ({
    label,
    text: views.length > 1 ? prefixed(view, nowText(view, certainty)) : nowText(view, certainty),
  }));
}

function nothingText(completed: Situation['completed']): Text<'shared'> {
  if (!completed) return shared`Nothing is planned or underway.`;
  return shared`Nothing is underway. The ${named(completed.name)} is complete, since ${time(completed.phaseSince, 'day')}.`;
}

function prefixed({ transition }: View, text: Text<'shared'>): Text<'shared'> {
  return shared`${named(transition.name)}: ${text}`;
}

function happenedLine({ happened, now, freshness }: Situation, isStale: boolean): Line[] {
  // The stale answer has already said the newest news in its first sentence.
  const said = isStale && freshness.kind === 'stale' ? freshness.last?.id : undefined;
  const facts = happened.filter(({ id }) => id !== said);
  const [newest] = facts;
  if (!newest) return [];
  const label = since(newest.at, now) <= day && !isStale ? 'Just happened' : 'Before that';
  return [{ label, text: joined(facts.map(factText), ' · ') }];
}

function nextLine(views: readonly View[], isStale: boolean): Line[] {
  const texts = views.flatMap(view => {
    const text = nextText(view);
    if (!text) return [];
    return [views.length > 1 ? prefixed(view, text) : text];
  });
  if (texts.length === 0) return [];
  return [{ label: isStale ? 'Next, by the plan' : 'Next', text: joined(texts) }];
}

function dutyLine(duty: OnDuty): Line[] {
  const text = dutyText(duty);
  return text ? [{ label: 'With you', text }] : [];
}

/** "Ada until 23:00, then Grace." or "Ada, your advocate. On call until 09:00: Grace, then Linus." */
export function dutyText({ advocateName, advocateBackAt, onCall }: OnDuty): Text<'shared'> | null {
  const advocate = advocateName ? shared`${strong(openly(advocateName))}` : null;
  const back = advocateBackAt ? shared`, back ${time(advocateBackAt)}` : shared``;
  if (!onCall) return advocate && shared`${advocate}, your advocate${back}.`;
  const then = onCall.nextName ? shared`, then ${named(onCall.nextName)}` : shared``;
  const duty = strong(openly(onCall.name));
  const hasEnd = onCall.nextName !== null && onCall.until !== null;
  if (onCall.name === advocateName || !advocate) {
    return hasEnd ? shared`${duty} until ${time(onCall.until)}${then}.` : shared`${duty}.`;
  }
  if (!hasEnd) return shared`${advocate}, your advocate${back}. On call: ${duty}.`;
  return shared`${advocate}, your advocate${back}. On call until ${time(onCall.until)}: ${duty}${then}.`;
}

function owedLine({ promises, now }: Situation): Line[] {
  if (promises.length === 0) return [];
  const texts = promises.map(({ text, promisedFor }) =>
    promisedFor < now
      ? shared`⚠️ ${words(text)}, promised for ${time(promisedFor)} and still owed.`
      : shared`${words(text)}, by ${time(promisedFor)}.`,
  );
  return [{ label: 'We owe you', text: joined(texts) }];
}

/** How old the newest news is, and the way to a person: the quiet last line. */
export function asOfText(freshness: Freshness): Text<'shared'> {
  const asOf = freshness.kind === 'fresh' ? freshness.asOf : (freshness.last?.at ?? null);
  if (!asOf) return shared`No news logged yet. ${personFoot}`;
  return shared`As of ${time(asOf)}, ${time(asOf, 'age')}. ${personFoot}`;
}
