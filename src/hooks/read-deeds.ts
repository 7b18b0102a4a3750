import { createHash } from 'node:crypto';
import { isBefore } from '../shared/time.ts';
import type { Deed, Unused } from './deed.ts';
import type { Hook, HookRule } from './hook.ts';
import type { HookCall } from './hook-call.ts';
import { momentFrom } from './moment.ts';
import { valueAt, valueText } from './pointer.ts';
import { readyRules } from './ready/ready.ts';
import { filledText, type ValueAt } from './template.ts';

/** More entries of one list than this are another kind of mistake. */
const mostEntries = 100;

/**
 * What a payload comes to by the rules of its door: of each thing it tells, the first rule that fits counts. Its cost is
 * bounded by the rules, the entries and the length of texts, whatever the payload holds.
 */
export function readDeeds(hook: Hook, call: HookCall, now: Date): (Deed | Unused)[] {
  const { event, payload } = call.hook;
  const rules = [...hook.rules, ...readyRules(hook.like)].filter(
    ({ on }) => !on || (event !== null && on.includes(event)),
  );
  const lists = new Set(rules.map(({ each }) => each ?? ''));
  const found = [...lists].flatMap(list =>
    entriesAt(payload, list).flatMap(({ entry, position }) => {
      const read = readerOf(entry, payload);
      const rule = rules.find(one => (one.each ?? '') === list && fits(one, read));
      const about = { hook, call, position: `${list}/${position}` };
      return rule ? deedsOf(rule, read, { ...about, now }) : [];
    }),
  );
  return found.length > 0 ? found : [{ kind: 'nothing', why: 'no rule fits it' }];
}

function entriesAt(payload: unknown, list: string) {
  if (list === '') return [{ entry: payload, position: 0 }];
  const entries = valueAt(payload, list);
  if (!Array.isArray(entries)) return [];
  return entries.slice(0, mostEntries).map((entry: unknown, position) => ({ entry, position }));
}

/** Looks in the entry first, then in all of the payload. */
function readerOf(entry: unknown, payload: unknown): ValueAt {
  return pointer => valueAt(entry, pointer) ?? valueAt(payload, pointer);
}

function fits({ when = {} }: HookRule, read: ValueAt): boolean {
  return Object.entries(when).every(([pointer, wanted]) => {
    const value = read(pointer);
    return wanted.some(one => one === value || (one !== '' && String(one) === valueText(value)));
  });
}

interface Which {
  readonly hook: Hook;
  readonly call: HookCall;
  readonly position: string;
  readonly now: Date;
}

function deedsOf(rule: HookRule, read: ValueAt, which: Which): (Deed | Unused)[] {
  const { hook } = which;
  const customerId = customerOf(hook, read);
  if (customerId === null) {
    const named = typeof hook.customer === 'string' ? '' : valueText(read(hook.customer.from));
    return [{ kind: 'nothing', why: `it is about no customer of this hook: "${named}"` }];
  }
  const about = { customerId, once: onceOf(rule, read, which) };
  const at = atOf(rule, read, which.now);
  const text = (template: string) => filledText(template, read);
  const { event, move, page } = rule;
  const deeds: Deed[] = [];
  if (event) {
    const { kind: label = null, visibility } = event;
    deeds.push({ kind: 'event', ...about, text: text(event.text), visibility, label, at });
  }
  if (move) {
    const reason = move.reason === undefined ? null : text(move.reason);
    const named = { transition: text(move.transition), step: text(move.step) };
    deeds.push({ kind: 'move', ...about, ...named, to: move.to, reason, at });
  }
  if (page) {
    const { weight, visibility, transition } = page;
    const reason = text(page.reason);
    const during = transition === undefined ? null : text(transition);
    deeds.push({ kind: 'page', ...about, reason, weight, visibility, transition: during });
  }
  return deeds.map(deed => (saysSomething(deed) ? deed : silent));
}

const silent: Unused = { kind: 'nothing', why: 'what it would say is empty' };

function saysSomething(deed: Deed): boolean {
  if (deed.kind === 'event') return deed.text !== '';
  return deed.kind === 'page' ? deed.reason !== '' : deed.transition !== '' && deed.step !== '';
}

function customerOf({ customer }: Hook, read: ValueAt): string | null {
  if (typeof customer === 'string') return customer;
  const named = valueText(read(customer.from));
  return Object.hasOwn(customer.is, named) ? (customer.is[named] ?? null) : null;
}

/** Short, whatever the sender calls it. */
function onceOf({ once }: HookRule, read: ValueAt, { hook, call, position }: Which): string {
  const named = once === undefined ? '' : filledText(once, read);
  const print = createHash('sha256').update(named === '' ? `${call.id}${position}` : named);
  return `hook:${hook.id}:${print.digest('base64url').slice(0, 32)}`;
}

/** When it happened, as far as the payload says; what is still to come happens now. */
function atOf({ at }: HookRule, read: ValueAt, now: Date): Date | null {
  const moment = at === undefined ? null : momentFrom(read(at));
  return moment && isBefore(moment, now) ? moment : null;
}
