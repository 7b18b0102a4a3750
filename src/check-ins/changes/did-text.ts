import type { z } from 'zod';
import { internal, type Text, time } from '../../delivery/audience.ts';
import { rungWords } from '../cadence/cadence.ts';
import { closenessWords, recordColumn } from './cadence-change.ts';

type Record = z.output<typeof recordColumn>;

/** What somebody did to check-ins, to go on after their name: "set check-ins to weekly (were daily), held them". */
export function didText(before: unknown, after: unknown): Text<'internal'> {
  const was = recordColumn.parse(before);
  const is = recordColumn.parse(after);
  const [first, ...others] = [
    ...distance(was, is),
    ...pause(was, is),
    ...bounds(was, is),
    ...wishes(was, is),
  ];
  if (!first) return internal`left check-ins as they were`;
  return others.reduce((all, one) => internal`${all}, ${one}`, first);
}

function distance(was: Record, is: Record): Text<'internal'>[] {
  const asked = is.pinnedRung ?? is.rung;
  const isSet = was.rung !== is.rung || (is.pinned && was.pinnedRung !== is.pinnedRung);
  const isHeld = is.pinned && !was.pinned && !isSet;
  const allowed = asked === is.rung ? '' : `, ${rungWords(is.rung)} in this phase`;
  return [
    ...(isSet
      ? [internal`set check-ins to ${rungWords(asked)}${allowed} (were ${rungWords(was.rung)})`]
      : []),
    ...(isHeld ? [internal`held them ${rungWords(asked)}`] : []),
    ...(was.pinned && !is.pinned ? [internal`let them move by themselves`] : []),
    ...(was.closeness === is.closeness
      ? []
      : [internal`set how close we stay to ${closenessWords(is.closeness)}`]),
  ];
}

function pause(was: Record, is: Record): Text<'internal'>[] {
  if (was.pausedUntil?.getTime() === is.pausedUntil?.getTime()) return [];
  if (is.pausedUntil) return [internal`paused check-ins until ${time(is.pausedUntil)}`];
  return [internal`let check-ins go on`];
}

function bounds(was: Record, is: Record): Text<'internal'>[] {
  const one = (name: string, from: Record['boundMin'], to: Record['boundMin']) => {
    if (from === to) return [];
    if (to) return [internal`let them be at ${name} ${rungWords(to)}`];
    return [internal`took away how far apart they may be at ${name}`];
  };
  return [
    ...one('closest', was.boundMin, is.boundMin),
    ...one('widest', was.boundMax, is.boundMax),
  ];
}

function wishes(was: Record, is: Record): Text<'internal'>[] {
  const said: Text<'internal'>[] = [];
  if (was.stopped !== is.stopped) {
    said.push(
      is.stopped ? internal`asked for no more check-ins` : internal`asked for check-ins again`,
    );
  }
  if (was.notBefore !== is.notBefore && is.notBefore)
    said.push(internal`asked for none before ${is.notBefore}`);
  if (was.fixedTime !== is.fixedTime && is.fixedTime)
    said.push(internal`asked for them always at ${is.fixedTime}`);
  if (was.notQuicker !== is.notQuicker && is.notQuicker)
    said.push(internal`asked for no more than ${rungWords(is.notQuicker)}`);
  if (was.notSlower !== is.notSlower && is.notSlower)
    said.push(internal`asked for no less than ${rungWords(is.notSlower)}`);
  return said;
}
