import { confidenceOpening, levelWord, percentWords } from '../../confidence/words.ts';
import {
  type Audience,
  internal,
  keyword,
  strong,
  type Text,
  time,
} from '../../delivery/audience.ts';
import { type Action, type Card, type Fact, internalCard } from '../../delivery/card.ts';
import { valuedSubject } from '../../delivery/valued-subject.ts';
import { inZone, minute, since } from '../../shared/time.ts';
import { openly, type TimelineEvent } from '../../timeline/event.ts';
import { handOverParts } from '../page/hand-over.ts';
import { nextWordOf, nextWordPolicy } from '../page/next-word.ts';
import { ruleWords } from '../page/rule-words.ts';
import type { Brief } from './brief.ts';
import {
  askedLevel,
  calledNow,
  listed,
  nameIn,
  type PageView,
  pageOutlookOf,
} from './page-view.ts';

/** What one person sees of a page: everything needed at three in the morning, in one screen. */
export function pageCard(view: PageView, personId: string, brief: Brief): Card<'internal'> {
  const { page } = view;
  switch (page.state) {
    case 'open':
      return card(view, {
        body: [...wordsLines(view), ...briefLines(brief)],
        facts: [
          ...callBackFacts(view),
          ...handOverFacts(view),
          ...triedFacts(view),
          ...lastFacts(brief),
        ],
        actions: openActions(page.id),
        foot: internal`${levelLine(view)} Or reply ${keyword('ack')}.`,
      });
    case 'acknowledged':
      if (page.ownerId === personId) return ownerCard(view, brief);
      return isAsked(view, personId) ? askedCard(view, brief) : olderCard(view, personId);
    case 'resolved':
      return resolvedCard(view);
  }
}

interface Parts {
  readonly body: readonly Text<Audience>[];
  readonly facts?: readonly Fact<Audience>[];
  readonly actions?: readonly Action[];
  readonly foot?: Text<Audience>;
}

function card(view: PageView, parts: Parts): Card<'internal'> {
  const { page, customer } = view;
  const mark = page.state === 'open' ? '⚠️' : '✅';
  const reason =
    page.raisedBy === 'customer' ? `"${short(page.reason, 300)}"` : short(page.reason, 300);
  return internalCard('page', customer.id, {
    heading: internal`${mark} ${strong(openly(customer.name))}: ${reason}`,
    ...parts,
  });
}

function ownerCard(view: PageView, brief: Brief): Card<'internal'> {
  const { page } = view;
  const reader = page.isShared ? ` ${view.customer.name} sees that.` : '';
  return card(view, {
    body: [
      internal`✅ You have it, since ${time(page.acknowledgedAt ?? view.now)}.${reader}`,
      wordLine(view),
      ...wordsLines(view),
      ...briefLines(brief),
    ],
    facts: [
      ...callBackFacts(view),
      ...handOverFacts(view),
      ...triedFacts(view),
      ...lastFacts(brief),
    ],
    actions: [
      { id: 'page.resolve', label: 'Resolved', subject: page.id, style: 'primary' },
      ...nextWordPolicy.choicesMinutes.map(minutes => wordAction(page.id, minutes)),
      { id: 'page.pass', label: 'Pass on, with a word', subject: page.id },
      { id: 'page.reassign', label: 'Pass on at once', subject: page.id },
    ],
    foot: ownerFoot(page),
  });
}

/** "30 min": the customer hears by then. */
function wordAction(pageId: string, minutes: number): Action {
  const subject = valuedSubject(pageId, String(minutes));
  return { id: 'page.next-word', label: `${minutes} min`, subject };
}

/** When there is word next, and that it is theirs to say. */
function wordLine({ page, customer, now }: PageView): Text<'internal'> {
  const at = time(nextWordOf(page, now));
  return page.isShared
    ? internal`${customer.name} hears next by ${at}. Another time? Press it, or type ${keyword('next in 45 minutes')}.`
    : internal`I ask for word by ${at}. Another time? Press it, or type ${keyword('next in 45 minutes')}.`;
}

/** Which words reach whom: nothing is more embarrassing at three in the morning than a note in the wrong place. */
function ownerFoot({ isShared }: PageView['page']): Text<Audience> {
  const update = keyword('update');
  const resolve = keyword('resolve');
  return isShared
    ? internal`Reply ${keyword('update shared:')} or ${keyword('resolve shared:')} with words for the customer, ${update} or ${resolve} with words for us.`
    : internal`The customer knows nothing of this page. Reply ${update} or ${resolve} with a line.`;
}

/** Asked by a colleague to help, outside the levels. */
function isAsked({ calls }: PageView, personId: string): boolean {
  return calls.some(call => call.personId === personId && call.level === askedLevel);
}

function askedCard(view: PageView, brief: Brief): Card<'internal'> {
  const { page } = view;
  const owner = nameIn(view, page.ownerId);
  return card(view, {
    body: [
      internal`${owner} has it, ${time(page.acknowledgedAt ?? view.now)}, and asks for your help.`,
      ...wordsLines(view),
      ...briefLines(brief),
    ],
    facts: [
      ...callBackFacts(view),
      ...handOverFacts(view),
      ...triedFacts(view),
      ...lastFacts(brief),
    ],
    foot: internal`Reply ${keyword('update')} with what you find.`,
  });
}

/** What stands in a copy that nothing is to be done with any more: who has the page, or who solved it. */
export function olderCard(view: PageView, personId: string): Card<'internal'> {
  const { page } = view;
  if (page.state === 'open')
    return card(view, {
      body: [internal`I called you again since: the newest of these cards is the one to answer.`],
    });
  if (page.state !== 'acknowledged') return resolvedCard(view);
  const since = time(page.acknowledgedAt ?? view.now);
  if (page.ownerId === personId)
    return card(view, { body: [internal`You have it, since ${since}.`] });
  const owner = nameIn(view, page.ownerId);
  const body = [internal`${owner} has it, ${since}. Nothing for you to do.`];
  if (view.update) body.push(internal`${time(view.update.at)} ${view.update.text}`);
  return card(view, { body });
}

function resolvedCard(view: PageView): Card<'internal'> {
  const { page } = view;
  const by = nameIn(view, page.resolvedById);
  const note = page.resolution ? `: ${page.resolution}` : '.';
  const body = [internal`Resolved by ${by}, ${time(page.resolvedAt ?? view.now)}${note}`];
  if (page.confirmed === true) body.push(internal`${view.customer.name} says that did it.`);
  return card(view, { body });
}

function openActions(pageId: string): Action[] {
  return [
    { id: 'page.acknowledge', label: 'I have it', subject: pageId, style: 'primary' },
    { id: 'page.reassign', label: 'Pass on', subject: pageId },
  ];
}

/** Who said it and when, on the customer's clock and on the reader's, and what came since. */
function wordsLines(view: PageView): Text<'internal'>[] {
  const { page, words, customer } = view;
  const theirs = inZone(page.raisedAt, customer.timeZone).toFormat('HH:mm');
  const more = page.joined > 0 ? `, +${page.joined} more since` : '';
  const said = internal`${raiserOf(view)}, ${theirs} their time, your time ${time(page.raisedAt)}${more}.`;
  const newest = words.at(-1);
  if (!newest) return [said];
  const by = nameIn(view, newest.personId);
  return [said, internal`Newest: "${short(newest.text, 200)}" ${by}, ${time(newest.at)}.`];
}

function raiserOf(view: PageView): string {
  const { raisedBy, raisedById, rule } = view.page;
  if (raisedById) return nameIn(view, raisedById);
  if (raisedBy === 'customer') return 'Somebody on the customer’s side';
  if (raisedBy === 'api') return 'Reported by a connected system';
  return rule ? ruleWords(rule).replace(/\.$/, '') : 'Noticed by Handrail';
}

function briefLines(brief: Brief): Text<'internal'>[] {
  const lines: Text<'internal'>[] = [];
  const standing = [brief.phase, confidenceWords(brief)].filter(line => line !== null).join(' ');
  if (standing !== '') lines.push(internal`${standing}`);
  for (const promise of brief.promises) {
    lines.push(
      internal`Open promise: ${short(promise.text, 120)}, due ${time(promise.promisedFor)}.`,
    );
  }
  if (brief.about !== '') lines.push(internal`About them: ${short(brief.about, 200)}`);
  if (brief.missing)
    lines.push(internal`I could not gather everything: ${short(brief.missing, 120)}`);
  return lines;
}

function confidenceWords({ confidence }: Brief): string | null {
  if (!confidence) return null;
  const { today, yesterday } = confidence;
  const was =
    yesterday === null
      ? ''
      : `, was ${levelWord(yesterday)} yesterday (${percentWords(yesterday)})`;
  return `${confidenceOpening(today)}${was}.`;
}

/** Where and when whoever asked wants to be called. */
function callBackFacts({ page: { callBack } }: PageView): Fact<Audience>[] {
  if (!callBack) return [];
  const { number, at } = callBack;
  const where = number ? internal`${number}` : internal`no number given`;
  return [{ label: 'Call back', text: at ? internal`${where}, ${time(at)}` : where }];
}

/** What the one before said of it: impact, tried, needed. */
function handOverFacts({ handOver }: PageView): Fact<Audience>[] {
  if (!handOver) return [];
  return handOverParts(handOver).map(([label, told]) => ({
    label,
    text: internal`${short(told, 300)}`,
  }));
}

/** Whoever is called second must not begin where the first one began. */
function triedFacts({ tried }: PageView): Fact<Audience>[] {
  return factsOf('Tried so far', tried);
}

function lastFacts({ events }: Brief): Fact<Audience>[] {
  return factsOf('Last facts', events);
}

function factsOf(label: string, events: readonly TimelineEvent[]): Fact<Audience>[] {
  if (events.length === 0) return [];
  const spans = events.flatMap((event, index) => {
    const gap = index === 0 ? '' : ' · ';
    return internal`${gap}${time(event.at)} ${short(event.text, 90)}`.spans;
  });
  return [{ label, text: { spans } }];
}

/** "Level 1 of 3; Tom is next in 5 min, at 03:05." */
function levelLine(view: PageView): Text<'internal'> {
  const { page, now } = view;
  const { levels } = page.policy;
  const isFallback = page.level >= levels.length;
  const where = isFallback
    ? internal`Everybody was called and nobody has it.`
    : internal`Level ${page.level + 1} of ${levels.length}.`;
  const next = pageOutlookOf(view);
  if (!next) return where;
  const minutes = Math.max(1, Math.round(since(now, next.at) / minute));
  const present = calledNow(view);
  const others = next.people.filter(id => !present.includes(id));
  const who = listed(others.map(id => nameIn(view, id)));
  if (who === '') return internal`${where} I call again at ${time(next.at)}.`;
  const verb = others.length > 1 ? 'are' : 'is';
  const when = minutes <= 60 ? internal`in ${minutes} min, at ${time(next.at)}` : time(next.at);
  return internal`${where} ${who} ${verb} next ${when}.`;
}

function short(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const lastGap = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastGap > most / 2 ? lastGap : most).replace(/[\s,;:]+$/, '')}…`;
}
