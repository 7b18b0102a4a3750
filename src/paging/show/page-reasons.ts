import { type Audience, internal, type Text, time } from '../../delivery/audience.ts';
import { mediumName } from '../../delivery/medium-name.ts';
import { personOnCall, type Schedule } from '../../on-call/schedule.ts';
import type { Level } from '../ladder/level.ts';
import type { Target } from '../ladder/target.ts';
import type { Raiser } from '../page/page.ts';
import { ruleWords } from '../page/rule-words.ts';
import { askedLevel, nameIn, type PageCall, type PageView } from './page-view.ts';

/** When each call went out, and what became of its message. */
export interface CallFate {
  readonly at: Date;
  readonly outcome: string | null;
}

/** A page with what is needed to say why it called whom. */
export interface PageReasons {
  readonly view: PageView;
  readonly fates: ReadonlyMap<string, CallFate>;
  /** Who asks: "why me, why not me?" */
  readonly askerId: string;
}

/** Why a page called whom, when and by what, in sentences; the asker's own part first. */
export function pageReasons(reasons: PageReasons): Text<Audience>[] {
  const { view } = reasons;
  const { page, calls } = view;
  const made = calls.filter(({ messageKey }) => reasons.fates.has(messageKey));
  return [
    raisedText(view),
    ownText(reasons, made),
    ...made.slice(0, mostCalls).map(call => callText(reasons, call)),
    ...(made.length > mostCalls ? [internal`And ${made.length - mostCalls} more calls.`] : []),
    endText(view),
    ...(page.state === 'open' ? [internal`Nobody has it yet; the levels go on.`] : []),
  ];
}

const mostCalls = 12;

/** Whoever raised it, where nobody is known by name. */
const raiserWords = {
  customer: 'somebody on their side',
  vendor: 'one of us',
  rule: 'a rule',
  api: 'another system',
} as const satisfies Record<Raiser, string>;

function raisedText(view: PageView): Text<'internal'> {
  const { page, customer } = view;
  const by =
    page.raisedBy === 'rule'
      ? internal`by a rule: ${ruleWords(page.rule ?? '')}`
      : internal`by ${page.raisedById ? nameIn(view, page.raisedById) : raiserWords[page.raisedBy]}`;
  return internal`${customer.name}: "${page.reason}", raised ${time(page.raisedAt)} ${by}.`;
}

/** "You were called because …", "You were not called: …". */
function ownText(
  { view, fates, askerId }: PageReasons,
  made: readonly PageCall[],
): Text<'internal'> {
  const own = made.find(({ personId }) => personId === askerId);
  if (own) {
    const at = fates.get(own.messageKey)?.at ?? view.now;
    return internal`You were called ${time(at)}, ${levelWords(own.level)}: ${reasonWords(view, own, at)}.`;
  }
  const level = view.page.policy.levels.findIndex(one => namesAsker(one, view, askerId));
  if (level < 0) return internal`You were not called: none of its levels means you.`;
  const { page } = view;
  if (page.acknowledgedAt) {
    const owner = nameIn(view, page.ownerId);
    return internal`You were not called: you are on level ${level + 1}, and ${owner} had it ${time(page.acknowledgedAt)}, before that level came.`;
  }
  if (page.state === 'resolved')
    return internal`You were not called: it was over before level ${level + 1} came.`;
  return internal`You have not been called yet: you are on level ${level + 1}.`;
}

function namesAsker({ to }: Level, { roster, page }: PageView, askerId: string): boolean {
  return to.some(target => {
    if ('role' in target) return roster.roles[target.role] === askerId;
    if ('person' in target) return target.person === askerId;
    if ('skill' in target) {
      return roster.people.some(
        ({ id, skills }) => id === askerId && skills.includes(target.skill),
      );
    }
    const schedule = roster.schedules.find(({ id }) => id === target.schedule);
    return schedule !== undefined && personOnCall(schedule, page.raisedAt) === askerId;
  });
}

function callText({ view, fates }: PageReasons, call: PageCall): Text<'internal'> {
  const fate = fates.get(call.messageKey);
  const at = fate?.at ?? view.now;
  const name = nameIn(view, call.personId);
  return internal`${time(at)} ${name} by ${mediumName(call.via)}, ${levelWords(call.level)}: ${reasonWords(view, call, at)}${outcomeWords(call, fate)}.`;
}

function levelWords(level: number): string {
  return level === askedLevel ? 'asked by a colleague' : `level ${level + 1}`;
}

/** Which part of the level meant this person at that moment. */
function reasonWords({ page, roster }: PageView, { level, personId }: PageCall, at: Date): string {
  if (level === askedLevel) return 'their help was wanted';
  const targets = page.policy.levels[level]?.to;
  if (!targets) return 'everybody before had been tried';
  const isMeant = (target: Target) => {
    if ('role' in target) return roster.roles[target.role] === personId;
    if ('person' in target) return target.person === personId;
    if ('schedule' in target) return isOnCall(roster.schedules, target.schedule, personId, at);
    return roster.people.some(({ id, skills }) => id === personId && skills.includes(target.skill));
  };
  const target = targets.find(isMeant);
  if (!target) return 'the page was passed to them';
  if ('role' in target) return `the ${target.role}`;
  if ('person' in target) return 'named on that level';
  return 'schedule' in target ? `on call by ${target.schedule}` : `knows ${target.skill}`;
}

function isOnCall(
  schedules: readonly Schedule[],
  scheduleId: string,
  personId: string,
  at: Date,
): boolean {
  const schedule = schedules.find(({ id }) => id === scheduleId);
  return schedule !== undefined && personOnCall(schedule, at) === personId;
}

function outcomeWords({ state }: PageCall, fate: CallFate | undefined): string {
  if (state === 'failed') return ', could not be reached';
  if (state === 'unheard') return ', not arrived yet';
  return fate?.outcome ? `, ${fate.outcome.replace('no-answer', 'no answer')}` : '';
}

function endText(view: PageView): Text<'internal'> {
  const { page } = view;
  if (page.state === 'resolved') {
    return internal`Resolved by ${nameIn(view, page.resolvedById)}, ${time(page.resolvedAt ?? view.now)}.`;
  }
  if (page.acknowledgedAt && page.ownerId) {
    return internal`${nameIn(view, page.ownerId)} has it, since ${time(page.acknowledgedAt)}; nobody was called after that.`;
  }
  const wait = page.policy.levels[page.level]?.waitMinutes;
  return wait
    ? internal`Level ${page.level + 1} has ${wait} minutes, then the next one is called.`
    : internal`All levels were called.`;
}
