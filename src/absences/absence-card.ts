import { internal, type Text, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';

/** A shift of somebody who is away then, and whether anybody could be asked to take it. */
export interface Conflict {
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  /** Who is asked; null when there is nobody left to ask. */
  readonly askedName: string | null;
}

/** What somebody reads whose calendar cannot be read. */
export function unreadableCard(problem: string, readAt: Date | null): Card<'internal'> {
  const last = readAt
    ? internal`What I last read there, ${time(readAt)}, still counts.`
    : internal`I have never been able to read it, so I know of no leave of yours.`;
  return internalCard('shift', null, {
    body: [internal`I cannot read your leave calendar: ${problem}.`, last],
    foot: internal`Its address stands in the setup under your name, as "leave".`,
  });
}

/** What somebody reads whose leave meets their shifts. */
export function conflictCard(conflicts: readonly Conflict[]): Card<'internal'> {
  const one = conflicts.length === 1;
  const heading = one
    ? internal`You are on call while you are away`
    : internal`You are on call ${String(conflicts.length)} times while you are away`;
  return internalCard('shift', null, {
    heading,
    body: conflicts.map(conflictText),
    foot: internal`Until somebody says yes, ${one ? 'the shift stays' : 'these shifts stay'} yours.`,
  });
}

function conflictText({ scheduleId, from, until, askedName }: Conflict): Text<'internal'> {
  const asked = askedName
    ? internal`I have asked ${askedName}.`
    : internal`There is nobody I could ask.`;
  return internal`${scheduleId} from ${time(from)} until ${time(until)}. ${asked}`;
}

/** A shift that nobody takes, with whose it is. */
export interface UncoveredShift {
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  readonly personName: string;
}

/** What whoever answers for a schedule reads when everybody on it was asked in vain. */
export function uncoveredCard(shift: UncoveredShift): Card<'internal'> {
  const { scheduleId, from, until, personName } = shift;
  return internalCard('shift', null, {
    heading: internal`Nobody covers for ${personName}`,
    body: [
      internal`${personName} is away, and is on call by ${scheduleId} from ${time(from)} until ${time(until)}. I have asked everybody else on it, and nobody has said yes.`,
      internal`Pages still ring for ${personName} then, and go on to the next level without an answer.`,
    ],
    foot: internal`To put somebody on call, type "swap ${scheduleId} NAME from … until …".`,
  });
}
