import type { Customer } from '../customers/customer.ts';
import { internal, keyword, type Text, time } from '../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../delivery/card.ts';
import { mediumName } from '../delivery/medium-name.ts';
import { minute, since } from '../shared/time.ts';
import type { Transition } from '../transitions/transition.ts';
import { type DrillCall, type Tried, triedAt } from './drill.ts';
import type { DrillView } from './load-drill-view.ts';

/** As much of a drill as whoever is called reads. */
export interface Called {
  readonly drill: { readonly id: string; readonly policy: { readonly levels: readonly unknown[] } };
  readonly customer: Pick<Customer, 'id' | 'name'>;
  readonly transition: Pick<Transition, 'name' | 'windowFrom' | 'windowUntil'> | null;
}

/** What somebody called for a drill reads: first of all that it is one. */
export function callCard(view: Called, { level }: Pick<DrillCall, 'level'>): Card<'internal'> {
  const { drill, customer } = view;
  const levels = drill.policy.levels.length;
  return internalCard('drill', customer.id, {
    heading: internal`Drill for ${customer.name}: nothing is wrong`,
    body: [
      internal`This is how you would be called during ${whatOf(view)}. Answer as you would then.`,
    ],
    actions: [{ id: 'page.acknowledge', label: 'I have it', subject: drill.id, style: 'primary' }],
    foot: internal`Drill, level ${level + 1} of ${levels}. ${customer.name} is not told. Or reply ${keyword('ack')}.`,
  });
}

/** What stands there once they have answered. */
export function answeredCard(view: DrillView, personId: string): Card<'internal'> {
  const { customer, calls } = view;
  const answered = calls.find(call => call.personId === personId && call.answeredAt !== null);
  const after = answered ? internal` ${afterWords(answered.calledAt, answered.answeredAt)}` : '';
  return internalCard('drill', customer.id, {
    heading: internal`Drill for ${customer.name}: nothing is wrong`,
    body: [internal`✅ You answered${after}. Nothing more to do.`],
  });
}

/** What a drill has shown, for whoever asked for it and for the manager, who signs it. */
export function resultCard(view: DrillView, readerId: string): Card<'internal'> {
  const { drill, customer, gaps } = view;
  const levels = drill.policy.levels.map((_, level) => levelLine(view, level));
  return internalCard('drill', customer.id, {
    heading: internal`Drill for ${customer.name}: ${whatOf(view)}`,
    body: [
      verdict(view),
      ...levels,
      ...(gaps.length === 0
        ? [internal`Nobody is missing from the on-call schedules within the window.`]
        : gaps.map(
            ({ scheduleId, from, until }) =>
              internal`⚠️ Nobody is on call by ${scheduleId} from ${time(from)} until ${time(until)}, within the window.`,
          )),
      standing(view),
    ],
    actions: actionsFor(view, readerId),
    foot: internal`${customer.name} was not told, and nothing of it counts for confidence.`,
  });
}

/** What is said when what a drill proved has changed. */
export function voidCard(view: DrillView): Card<'internal'> {
  const { customer, drill } = view;
  const signed = drill.signedAt ? ' It was signed; that is void too.' : '';
  return internalCard('drill', customer.id, {
    heading: internal`⚠️ The drill for ${customer.name} no longer counts`,
    body: [
      internal`Since the drill of ${time(drill.startedAt)}, ${drill.voided ?? ''} changed.${signed}`,
      internal`Run it again before ${whatOf(view)}: type ${keyword('drill')} and the customer's name.`,
    ],
  });
}

function actionsFor({ drill, customer }: DrillView, readerId: string): Action[] {
  const isOpen = drill.signedAt === null && drill.voidedAt === null;
  if (!isOpen || readerId !== customer.managerId) return [];
  return [{ id: 'drill.sign', label: 'Sign', subject: drill.id, style: 'primary' }];
}

function whatOf({ transition }: Pick<Called, 'transition'>): Text<'internal'> {
  if (!transition) return internal`the transition`;
  return internal`${transition.name}, from ${time(transition.windowFrom)} until ${time(transition.windowUntil)}`;
}

function verdict({ drill, calls }: DrillView): Text<'internal'> {
  const silent = drill.policy.levels.filter(
    (_, level) => !triedAt(calls, level).some(({ answer }) => answer !== null),
  ).length;
  if (silent === 0) return internal`✅ Somebody answered on every level.`;
  const all = drill.policy.levels.length;
  return internal`⚠️ On ${silent} of ${all} ${all === 1 ? 'level' : 'levels'} nobody answered.`;
}

function levelLine(view: DrillView, level: number): Text<'internal'> {
  const tried = triedAt(view.calls, level);
  if (tried.length === 0) {
    return internal`Level ${level + 1}: nobody new to call.`;
  }
  const [first, ...others] = tried.map(one => triedText(view, one));
  const rest = others.map(text => internal`; ${text}`);
  return internal`Level ${level + 1}: ${joined([first ?? internal``, ...rest])}.`;
}

function triedText(view: DrillView, { personId, via, calledAt, answer }: Tried): Text<'internal'> {
  const name = view.nameOf(personId);
  if (answer)
    return internal`${name} answered ${afterWords(calledAt, answer.at)}, by ${mediumName(answer.via)}`;
  if (via.length === 0) return internal`${name} was not reached`;
  return internal`${name} did not answer (${via.map(mediumName).join(', ')})`;
}

function standing({ drill, nameOf }: DrillView): Text<'internal'> {
  if (drill.voidedAt) {
    return internal`⚠️ It no longer counts: ${drill.voided ?? ''} changed, ${time(drill.voidedAt)}.`;
  }
  if (drill.signedAt && drill.signedById) {
    return internal`Signed by ${nameOf(drill.signedById)}, ${time(drill.signedAt)}.`;
  }
  return internal`Not signed yet; the manager signs it.`;
}

/** "in 3 minutes" */
function afterWords(calledAt: Date | null, at: Date | null): string {
  const minutes = calledAt && at ? Math.round(since(calledAt, at) / minute) : 0;
  if (minutes < 1) return 'within a minute';
  return minutes === 1 ? 'after 1 minute' : `after ${minutes} minutes`;
}

function joined(texts: readonly Text<'internal'>[]): Text<'internal'> {
  return { spans: texts.flatMap(({ spans }) => spans) };
}
