import { internal, type Text, time } from '../../../delivery/audience.ts';
import type { Trip } from '../../../shared/database.ts';
import { unreachable } from '../../../shared/errors.ts';
import { changeTheme, type ThemeAct } from '../../../voice/change-theme.ts';
import { loadNames } from '../../../voice/load-names.ts';
import { loadTallies } from '../../../voice/load-tallies.ts';
import type { Tally } from '../../../voice/tally.ts';
import { type Theme, type ThemeStep, themeFrom } from '../../../voice/theme.ts';
import { previewCard, themesText, themeText } from '../../../voice/voice-card.ts';
import { placeCustomerOf } from '../../arrival/turn.ts';
import { privateNote, type Reply, refusal } from '../../replies/reply.ts';
import { readVoice, type VoiceOrder } from '../../words/voice-words.ts';
import type { Command } from './command.ts';
import { findColleague } from './find-colleague.ts';
import { forCustomer } from './for-customer.ts';
import { mayAnywhere } from './may-anywhere.ts';

/** `voice`: what customers say, by theme; `voice 3 …` reads one, names it, gives it to somebody, decides it, and has them told. */
export async function voice(trip: Trip, command: Command): Promise<Reply[]> {
  if (!mayAnywhere(command)) return [refusal()];
  const order = readVoice(command.said);
  if (order.kind === 'all') return showAll(trip, command, order.about);
  const theme = await findByNumber(trip, order.number);
  if (!theme)
    return [privateNote(internal`There is no theme ${order.number}. "voice" shows them.`)];
  if (theme.state === 'merged')
    return [privateNote(internal`${theme.number} is part of ${theme.mergedInto ?? 0} now.`)];
  return carryOut(trip, command, { theme, order });
}

async function showAll(trip: Trip, command: Command, about: string): Promise<Reply[]> {
  const show = async (customerIds?: readonly string[]) => {
    const tallies = await loadTallies(trip.tx, { customerIds });
    return [privateNote(...themesText(tallies, await loadNames(trip.tx, tallies)))];
  };
  const here = placeCustomerOf(command.turn);
  if (about === '') return show(here ? [here.id] : undefined);
  return forCustomer(trip, command, ({ customer }) => show([customer.id]));
}

async function findByNumber({ tx }: Trip, number: number): Promise<Theme | null> {
  const row = await tx.theme.findUnique({ where: { number } });
  return row && themeFrom(row);
}

interface Wish {
  readonly theme: Theme;
  readonly order: Exclude<VoiceOrder, { kind: 'all' }>;
}

async function carryOut(trip: Trip, command: Command, { theme, order }: Wish): Promise<Reply[]> {
  switch (order.kind) {
    case 'show':
      return [await showOne(trip, command, theme)];
    case 'tell': {
      const step = theme.state === 'done' ? 'done' : 'decided';
      return [await preview(trip, theme, step)];
    }
    case 'own':
      return [await give(trip, command, { theme, owner: order.owner })];
    case 'merge':
      return [await merge(trip, command, { theme, into: order.into })];
    case 'name':
      return [await change(trip, command, { theme, act: order })];
    case 'decide':
    case 'finish': {
      const act = { kind: order.kind, words: order.words };
      const done = await change(trip, command, { theme, act });
      const after = await findByNumber(trip, theme.number);
      const step = order.kind === 'decide' ? 'decided' : 'done';
      return after ? [done, await preview(trip, after, step)] : [done];
    }
    default:
      return unreachable(order);
  }
}

/** In a customer's place only what that customer said is shown. */
async function showOne(trip: Trip, { turn }: Command, theme: Theme): Promise<Reply> {
  const here = placeCustomerOf(turn);
  const tally = await findTally(trip, theme, here ? [here.id] : undefined);
  if (!tally) return privateNote(internal`Nothing of theme ${theme.number} was said here.`);
  const names = await loadNames(trip.tx, [tally]);
  return privateNote(...themeText(tally, names, await toldLines(trip, theme)));
}

async function findTally(
  { tx }: Trip,
  theme: Theme,
  customerIds?: readonly string[],
): Promise<Tally | undefined> {
  const [tally] = await loadTallies(tx, { themeId: theme.id, customerIds });
  return tally;
}

async function toldLines({ tx }: Trip, { id }: Theme): Promise<Text<'internal'>[]> {
  const rows = await tx.themeAnswer.findMany({ where: { themeId: id }, orderBy: { id: 'asc' } });
  const told = rows.filter(({ state }) => state === 'told').length;
  const waiting = rows.filter(({ state }) => state === 'planned');
  const [next] = waiting;
  const dropped = rows.filter(({ state }) => state === 'dropped');
  return [
    ...(told > 0 ? [internal`Told what came of it: ${told}.`] : []),
    ...(next?.dueAt
      ? [internal`Still to be told: ${waiting.length}, the next not before ${time(next.dueAt)}.`]
      : []),
    ...dropped.map(
      ({ reason }) => internal`⚠️ One was not told: ${reason ?? 'its moment is over'}.`,
    ),
  ];
}

interface Act {
  readonly theme: Theme;
  readonly act: ThemeAct;
}

async function change(trip: Trip, { actor }: Command, { theme, act }: Act): Promise<Reply> {
  const after = await changeTheme(trip, { theme, act, byId: actor.id });
  return privateNote(internal`${doneText(after, act)}`);
}

function doneText({ number, name }: Theme, act: ThemeAct): string {
  switch (act.kind) {
    case 'name':
      return `${number} is "${name ?? ''}" now.`;
    case 'own':
      return `${number} is theirs now.`;
    case 'merge':
      return `What stood under ${number} stands under ${act.into.number} now.`;
    case 'decide':
      return `Decided, and noted. "voice ${number} done: …" says what is different, once it is.`;
    case 'finish':
      return `Noted as done. If somebody says it again, it comes back.`;
    default:
      return unreachable(act);
  }
}

async function give(
  trip: Trip,
  command: Command,
  { theme, owner }: { readonly theme: Theme; readonly owner: string },
): Promise<Reply> {
  const { actor } = command;
  const isSelf = /^(?:me|myself|mine)$/i.test(owner);
  const match = isSelf ? null : await findColleague(trip.tx, owner);
  if (match && match.kind !== 'one')
    return privateNote(internal`I know no colleague called "${owner}", so nothing is changed.`);
  const person = match?.found ?? actor;
  const act = { kind: 'own', ownerId: person.id } as const;
  await changeTheme(trip, { theme, act, byId: actor.id });
  return privateNote(internal`${theme.number} is ${person.name}'s now.`);
}

async function merge(
  trip: Trip,
  command: Command,
  { theme, into }: { readonly theme: Theme; readonly into: number },
): Promise<Reply> {
  const other = await findByNumber(trip, into);
  if (!other || other.state === 'merged' || other.id === theme.id)
    return privateNote(internal`There is no theme ${into} to put it under.`);
  return change(trip, command, { theme, act: { kind: 'merge', into: other } });
}

async function preview(trip: Trip, theme: Theme, step: ThemeStep): Promise<Reply> {
  const tally = await findTally(trip, theme);
  const names = await loadNames(trip.tx, tally ? [tally] : []);
  const sayings = tally?.sayings ?? [];
  const ids = [...new Set(sayings.map(({ customerId }) => customerId))];
  const customers = ids.map(id => ({
    name: names.get(id) ?? id,
    said: sayings.find(({ customerId }) => customerId === id)?.text ?? '',
  }));
  const words = step === 'decided' ? theme.decision : theme.change;
  if (customers.length === 0 || words === null)
    return privateNote(internal`Nothing was decided yet: "voice ${theme.number} decided: …".`);
  return { card: previewCard({ theme, step, customers }), isPrivate: true };
}
