import type { Inbound } from '../conversation/arrival/inbound.ts';
import { localPlatform } from '../delivery/find-way.ts';
import { valuedSubject, valuedSubjectFrom } from '../delivery/valued-subject.ts';
import { unreachable } from '../shared/errors.ts';
import { notifyAskers } from '../situation/notify-askers.ts';
import { recordExternalEvent } from '../timeline/record-external-event.ts';
import { moveMilestone } from '../transitions/move-milestone.ts';
import { takeRequests } from '../voice/take-requests.ts';
import { newestOffer } from './board.ts';
import { zoneOf } from './journal.ts';
import type { InputLine, MessageLine } from './line.ts';
import { performOutside } from './perform-outside.ts';
import type { ScenarioAction } from './scenario.ts';
import type { Stage } from './stage.ts';

/**
 * Does one thing of a story through the same doors as the real world, tells it, and lets the engine
 * answer. Returns why nothing could come of it, or null.
 */
export async function perform(stage: Stage, deed: ScenarioAction): Promise<string | null> {
  const offer = deed.kind === 'presses' ? newestOffer(stage.board(), stage.cast, deed) : null;
  stage.tell(inputLine(stage, deed, offer));
  const problem = await carryOut(stage, deed, offer);
  await stage.runUntilIdle();
  return problem;
}

async function carryOut(
  stage: Stage,
  deed: ScenarioAction,
  offer: MessageLine | null,
): Promise<string | null> {
  switch (deed.kind) {
    case 'says':
      await stage.world.receive(spoken(stage, deed));
      return null;
    case 'presses':
      if (!offer) return `${deed.personId} sees no message that offers ${deed.action}`;
      await stage.world.receive(pressed(stage, deed, offer));
      return null;
    case 'milestone':
      return moveStep(stage, deed);
    case 'event':
      await reportEvent(stage, deed);
      return null;
    case 'request':
      return reportRequest(stage, deed);
    case 'engine':
      stage.setRunning(deed.running);
      return null;
    case 'clock':
      stage.shiftClock(deed.shift);
      return null;
    case 'reach':
      stage.surface.setReachable(deed);
      return null;
    case 'medium':
      stage.surface.carrier.setMedium(deed.medium, deed.becomes);
      return null;
    case 'replies':
    case 'keys':
    case 'confirms':
      return performOutside(stage, deed);
    default:
      return unreachable(deed);
  }
}

type Speech = Extract<ScenarioAction, { kind: 'says' }>;
type Push = Extract<ScenarioAction, { kind: 'presses' }>;

function spoken(stage: Stage, { personId, placeId, text, aside }: Speech): Inbound {
  return {
    id: `rehearsal:${stage.world.ports.random.id()}`,
    from: { platform: localPlatform, workspace: localPlatform, user: personId },
    in: placeId === null ? null : channel(placeId),
    addressed: !aside,
    threadOf: null,
    said: { kind: 'text', text },
  };
}

function pressed(stage: Stage, push: Push, offer: MessageLine): Inbound {
  const { personId, action } = push;
  const subject = subjectOf(push, offer);
  return {
    id: `rehearsal:${stage.world.ports.random.id()}`,
    from: { platform: localPlatform, workspace: localPlatform, user: personId },
    in: stage.cast.places.has(offer.to) ? channel(offer.to) : null,
    addressed: true,
    threadOf: null,
    said: { kind: 'press', action, subject, messageId: offer.messageId },
  };
}

/** What the press is about: the button as it is offered, or the same one with another value, as a platform's form sends it. */
function subjectOf({ action, value }: Push, offer: MessageLine): string {
  const subject = offer.actions.findLast(offered => offered.id === action)?.subject ?? '';
  return value === undefined ? subject : valuedSubject(valuedSubjectFrom(subject).id, value);
}

function channel(placeId: string): NonNullable<Inbound['in']> {
  return { platform: localPlatform, workspace: localPlatform, channel: placeId };
}

async function moveStep(
  stage: Stage,
  { milestoneId, to, byId }: Extract<ScenarioAction, { kind: 'milestone' }>,
): Promise<string | null> {
  const moved = await stage.world.ports.database.trip(async trip => {
    const result = await moveMilestone(trip, { milestoneId, to, byId });
    const customerId = milestoneId.split('/')[0] ?? '';
    if (result.outcome === 'moved') await notifyAskers(trip, customerId);
    return result;
  });
  if (moved.outcome !== 'refused') return null;
  return `${milestoneId} is ${moved.from} and cannot become ${to}, only ${moved.possible.join(' or ')}`;
}

async function reportEvent(
  stage: Stage,
  fact: Extract<ScenarioAction, { kind: 'event' }>,
): Promise<void> {
  await stage.world.ports.database.trip(async trip => {
    const { outcome } = await recordExternalEvent(trip, fact);
    if (outcome === 'recorded' && fact.visibility === 'shared')
      await notifyAskers(trip, fact.customerId);
  });
}

async function reportRequest(
  stage: Stage,
  { customerId, work }: Extract<ScenarioAction, { kind: 'request' }>,
): Promise<string | null> {
  const [received] = await stage.world.ports.database.trip(trip =>
    takeRequests(trip, customerId, [work]),
  );
  return received?.outcome === 'conflict'
    ? `${work.externalId} was used before for another request`
    : null;
}

function inputLine(stage: Stage, deed: ScenarioAction, offer: MessageLine | null): InputLine {
  const label = offer?.actions.find(
    ({ id }) => deed.kind === 'presses' && id === deed.action,
  )?.label;
  return {
    kind: 'input',
    at: stage.now(),
    zone: zoneOf(customerOf(stage, deed), stage.cast),
    deed,
    on: offer && {
      messageId: offer.messageId,
      to: offer.to,
      message: offer.message,
      label: label ?? '',
    },
  };
}

function customerOf({ cast }: Stage, deed: ScenarioAction): string | null {
  switch (deed.kind) {
    case 'says':
    case 'presses':
    case 'replies':
    case 'keys':
    case 'confirms':
      return (
        cast.places.get((deed.kind === 'says' && deed.placeId) || '')?.customerId ??
        cast.people.get(deed.personId)?.customerId ??
        null
      );
    case 'milestone':
      return deed.milestoneId.split('/')[0] ?? null;
    case 'event':
    case 'request':
      return deed.customerId;
    default:
      return null;
  }
}
