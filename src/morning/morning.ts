import { internal, strong, type Text, time } from '../delivery/audience.ts';
import { type Action, type Card, internalCard } from '../delivery/card.ts';
import type { HeldAccount } from '../sales/list-holds.ts';
import { accountLine } from '../sales/sales-card.ts';
import { openly } from '../timeline/event.ts';

/** What waits for one vendor person this morning. */
export interface Morning {
  readonly windows: readonly Window[];
  readonly promises: readonly Owed[];
  readonly thanks: readonly string[];
  readonly notices: readonly string[];
  readonly tasks: readonly OpenTask[];
  /** Tasks of others, at customers this person answers for, that have stayed open for three mornings or more. */
  readonly left: readonly LeftTask[];
  /** Accounts of theirs with which nobody sells now, and which they have not heard of yet. */
  readonly holds: readonly HeldAccount[];
}

interface Window {
  readonly customerName: string;
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

interface Owed {
  readonly customerName: string;
  readonly text: string;
  readonly promisedFor: Date;
  readonly isMissed: boolean;
}

export interface OpenTask {
  readonly id: string;
  readonly customerName: string;
  readonly text: string;
  readonly createdAt: Date;
}

export interface LeftTask extends OpenTask {
  readonly assigneeName: string;
}

/** From this working morning on, an open task is the manager's to know of as well. */
export const managersMorning = 3;

/** So many tasks have a button; a card with more is no longer read on a phone. */
const mostButtons = 5;
const mostLines = 12;

/** True when nothing has waited: then nothing is said. */
export function isEmpty(morning: Morning): boolean {
  return Object.values(morning).every(part => part.length === 0);
}

/** The one message of a working morning: what today brings, who said thank you, what is still to do. */
export function morningCard(morning: Morning): Card<'internal'> {
  const { windows, promises, thanks, notices, tasks, left, holds } = morning;
  const body = [
    ...section('Today', windows.map(windowLine)),
    ...section('Promised', promises.map(promiseLine)),
    ...section('Thank you', thanks.map(plain)),
    ...section('While you were away', notices.map(plain)),
    ...section('Not to be called now', holds.map(holdLine)),
    ...section('To do', tasks.map(taskLine)),
    ...section('Open for three mornings or more', left.map(leftLine)),
  ];
  const actions = tasks.slice(0, mostButtons).map(doneButton);
  return internalCard('morning', null, {
    heading: internal`This morning`,
    body,
    ...(actions.length > 0 ? { actions } : {}),
    ...(tasks.length > 0
      ? {
          foot: internal`What stays open comes back each working morning. Type "tasks" for all of it.`,
        }
      : {}),
  });
}

function section(title: string, lines: readonly Text<'internal'>[]): Text<'internal'>[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLines);
  const more = lines.length - shown.length;
  const rest = more > 0 ? [internal`… and ${more} more.`] : [];
  return [internal`${strong(openly(title))}`, ...shown, ...rest];
}

function plain(text: string): Text<'internal'> {
  return internal`${text}`;
}

function windowLine({ customerName, name, from, until }: Window): Text<'internal'> {
  return internal`${customerName}: ${name}, ${time(from)} until ${time(until)}`;
}

function promiseLine({ customerName, text, promisedFor, isMissed }: Owed): Text<'internal'> {
  const due = isMissed
    ? internal`was due ${time(promisedFor)}`
    : internal`due ${time(promisedFor)}`;
  return internal`${customerName}: ${text}, ${due}`;
}

function taskLine({ customerName, text, createdAt }: OpenTask, index: number): Text<'internal'> {
  return internal`${index + 1}. ${customerName}, since ${time(createdAt)}: ${text}`;
}

function leftLine({ customerName, text, createdAt, assigneeName }: LeftTask): Text<'internal'> {
  return internal`${assigneeName}, ${customerName}, since ${time(createdAt)}: ${text}`;
}

function holdLine({ account, reasons }: HeldAccount): Text<'internal'> {
  return accountLine(account, reasons);
}

function doneButton({ id }: OpenTask, index: number): Action {
  return { id: 'task.close', label: `${index + 1} done`, subject: id };
}
