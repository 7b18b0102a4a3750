import {
  keyword,
  type OpenSpan,
  shared,
  type Text,
  term,
  time,
  words,
} from '../../delivery/audience.ts';
import { type Action, type Card, sharedCard } from '../../delivery/card.ts';
import { inTurnText, listedText } from '../../delivery/listed.ts';
import { openly } from '../../timeline/event.ts';
import { describedText, nameText } from '../ladder/described.ts';
import { nextWordOf } from '../page/next-word.ts';
import { ruleReason } from '../page/rule-words.ts';
import { calledBefore, calledNow, type PageView, pageOutlookOf } from './page-view.ts';

/** The one message by which the customer follows a page; edited in place as it moves. */
export function receiptCard(view: PageView): Card<'shared'> {
  const { page } = view;
  switch (page.state) {
    case 'open':
      return card(view, [...reasonLines(view), openLine(view)]);
    case 'acknowledged':
      return card(view, [...reasonLines(view), ...ownedLines(view)]);
    case 'resolved':
      return card(
        view,
        resolvedLines(view),
        page.confirmed === null ? question(page.id) : undefined,
      );
  }
}

/** The same in one line, for whoever asks again while a page is not resolved. */
export function standingText(view: PageView): Text<'shared'> {
  const { page, now } = view;
  if (page.state === 'acknowledged') {
    const owner = nameTextIn(view, page.ownerId);
    return shared`${owner} has it, since ${time(page.acknowledgedAt ?? now)}, and is being told.`;
  }
  const present = calledNow(view);
  if (present.length === 0)
    return shared`I can't reach anybody yet. I am still trying; next at ${time(pageOutlookOf(view)?.at ?? page.dueAt ?? now)}.`;
  const since = time(page.levelSince ?? page.raisedAt);
  return shared`I'm calling ${peopleOf(view, present)}, since ${since}. ${nextLine(view, present)}`;
}

function card(
  view: PageView,
  body: readonly Text<'shared'>[],
  actions?: readonly Action[],
): Card<'shared'> {
  return sharedCard('page-receipt', view.customer.id, { body, actions, foot: footOf(view.page) });
}

/** The way to a person, at the end of everything about a page. */
export function footOf({ state }: PageView['page']): Text<'shared'> {
  return state === 'resolved'
    ? shared`For a person at any hour, type ${keyword('page')}.`
    : shared`More to say, or somebody else needed? Type ${keyword('page')} with your words; they go to whoever has it.`;
}

/** A page that nobody here asked for begins with why it is there. */
function reasonLines({ page }: PageView): Text<'shared'>[] {
  const reason = page.raisedBy === 'rule' ? ruleReason(page.rule) : null;
  return reason ? [reason] : [];
}

function question(pageId: string): Action[] {
  return [
    { id: 'page.confirm', label: 'Yes', subject: pageId, style: 'primary' },
    { id: 'page.reopen', label: 'No, still broken', subject: pageId },
  ];
}

/** Nobody has it yet: whom I called, who has not answered, and what I do next and when. */
export function openLine(view: PageView): Text<'shared'> {
  const { page, now } = view;
  const since = time(page.levelSince ?? page.raisedAt);
  const present = calledNow(view);
  const before = calledBefore(view);
  if (present.length === 0) {
    const next = pageOutlookOf(view)?.at ?? page.dueAt ?? now;
    return before.length > 0
      ? shared`⏳ ${since} No answer from ${namesOf(view, before)} yet. I am still trying; next at ${time(next)}.`
      : shared`⏳ ${since} I can't reach anybody yet. I am still trying; next at ${time(next)}.`;
  }
  const called = shared`paged ${peopleOf(view, present)}${againWord(view, present)}${methodsOf(view, present)}`;
  const start =
    before.length > 0
      ? shared`⏳ ${since} No answer from ${namesOf(view, before)} yet, so I've ${called}.`
      : shared`⏳ ${since} I've ${called}.`;
  return shared`${start} ${nextLine(view, present)}`;
}

/** What I do when nobody answers, and when. */
export function nextLine(view: PageView, present: readonly string[]): Text<'shared'> {
  const next = pageOutlookOf(view);
  if (!next) return shared`I am still trying.`;
  const isSame = next.people.every(id => present.includes(id));
  if (next.people.length === 0)
    return shared`If there is no answer by ${time(next.at)}, I'll keep trying.`;
  if (isSame) return shared`If there is no answer by ${time(next.at)}, I'll try again.`;
  return shared`If there is no answer by ${time(next.at)}, I'll page ${peopleOf(view, next.people)}.`;
}

function ownedLines(view: PageView): Text<'shared'>[] {
  return [takenLine(view), ...updateLines(view)];
}

/** Somebody has it: who, since when, and when the customer hears next. */
export function takenLine(view: PageView): Text<'shared'> {
  const { page } = view;
  const owner = nameTextIn(view, page.ownerId);
  const since = time(page.acknowledgedAt ?? view.now);
  return shared`✅ ${since} ${owner} has it and is looking. ${promiseLine(view)}`;
}

/** What they last said; nothing while they have said nothing. */
export function updateLines({ update }: PageView): Text<'shared'>[] {
  return update ? [shared`${time(update.at)} ${words(update.text)}`] : [];
}

/** When there is word next, and from whom. */
export function promiseLine(view: PageView): Text<'shared'> {
  const { page } = view;
  const owner = nameTextIn(view, page.ownerId);
  if (page.staleAsks === 0) {
    const by = nextWordOf(page, view.now);
    return shared`There will be word here by ${time(by)}, from ${owner} or from me.`;
  }
  const next = pageOutlookOf(view);
  const asked = shared`No news from ${owner} for a while, so I've asked.`;
  if (!next || next.people.length === 0) return asked;
  return shared`${asked} If there is no answer by ${time(next.at)}, I'll page ${peopleOf(view, next.people)}.`;
}

/** Done, in the words of whoever solved it, and the question whether that did it. */
export function resolvedLines(view: PageView): Text<'shared'>[] {
  const { page } = view;
  const at = time(page.resolvedAt ?? view.now);
  const by = nameTextIn(view, page.resolvedById);
  // The note is written for the customer: whoever resolves a shared page is told that it is read here.
  const line = page.resolution
    ? shared`✅ ${at} Resolved. ${by}: ${words(openly(page.resolution))}`
    : shared`✅ ${at} ${by}: it is done.`;
  if (page.confirmed === true) return [line, shared`Thank you for telling me that it worked.`];
  return [line, shared`Did that do it?`];
}

/** The people, as the customer calls them. */
export function peopleOf(view: PageView, ids: readonly string[]): Text<'shared'> {
  return listedText(ids.map(id => describedText(id, view.roster, view.now)));
}

/** The people by their names. */
export function namesOf(view: PageView, ids: readonly string[]): Text<'shared'> {
  return listedText(ids.map(id => nameTextIn(view, id)));
}

/** A person's name: what the customer may always know about who is helping. */
export function nameTextIn(view: PageView, personId: string | null): Text<'shared'> {
  const known = personId === null ? undefined : view.names.get(personId);
  return known === undefined ? nameText(personId, view.roster) : shared`${words(openly(known))}`;
}

/** " again" when everybody called now was already called in an earlier round. */
function againWord({ page, calls }: PageView, present: readonly string[]): Text<'shared'> {
  const isAgain = present.every(id =>
    calls.some(call => call.personId === id && call.round < page.round && call.state === 'called'),
  );
  return isAgain ? shared` again` : shared``;
}

const methodTerms: Readonly<Partial<Record<string, OpenSpan>>> = {
  chat: term('chat', { de: 'Chat', fr: 'messagerie', es: 'chat', pt: 'chat', ja: 'チャット' }),
  sms: term('text message', { de: 'SMS', fr: 'SMS', es: 'SMS', pt: 'SMS', ja: 'SMS' }),
  voice: term('phone', {
    de: 'Telefon',
    fr: 'téléphone',
    es: 'teléfono',
    pt: 'telefone',
    ja: '電話',
  }),
  email: term('e-mail', { de: 'E-Mail', fr: 'e-mail', es: 'correo', pt: 'e-mail', ja: 'メール' }),
  push: term('push', {
    de: 'Push',
    fr: 'notification',
    es: 'notificación',
    pt: 'notificação',
    ja: '通知',
  }),
  pagerduty: term('PagerDuty', {
    de: 'PagerDuty',
    fr: 'PagerDuty',
    es: 'PagerDuty',
    pt: 'PagerDuty',
    ja: 'PagerDuty',
  }),
  webhook: term('pager', { de: 'Pager', fr: 'pager', es: 'pager', pt: 'pager', ja: 'ポケベル' }),
};

/** " (chat, then phone)" for one person who is called in more than one way; a way that is not connected is none. */
function methodsOf({ page, calls }: PageView, present: readonly string[]): Text<'shared'> {
  if (present.length !== 1) return shared``;
  const own = calls.filter(
    ({ personId, level, round, state }) =>
      personId === present[0] &&
      level === page.level &&
      round === page.round &&
      (state === 'planned' || state === 'called'),
  );
  const ways = [...new Set(own.flatMap(({ via }) => methodTerms[via] ?? []))];
  return ways.length > 1 ? shared` (${inTurnText(ways)})` : shared``;
}
