import type { OutsideAction } from '../conversation/arrival/outside-answer.ts';
import { unreachable } from '../shared/errors.ts';
import { deliveryLine } from './journal.ts';
import type { ScenarioAction } from './scenario.ts';
import type { Stage } from './stage.ts';

/** What a person does outside chat. */
export type OutsideDeed = Extract<ScenarioAction, { kind: 'replies' | 'keys' | 'confirms' }>;

/** Does it through the same door as the real media. Returns why it is not possible now, or null. */
export async function performOutside(stage: Stage, deed: OutsideDeed): Promise<string | null> {
  if (!stage.surface.carrier.reaches(deed.personId, deed.via))
    return `${deed.personId} is out of reach by ${deed.via}`;
  switch (deed.kind) {
    case 'replies':
      return reply(stage, deed);
    case 'keys':
      return pressKey(stage, deed);
    case 'confirms':
      return confirm(stage, deed);
    default:
      return unreachable(deed);
  }
}

async function reply(
  { world, cast }: Stage,
  { personId, via, text }: Extract<OutsideDeed, { kind: 'replies' }>,
): Promise<string | null> {
  const from = cast.people.get(personId)?.contact.find(one => one.via === via)?.to;
  if (!from) return `${personId} has no ${via} to reply from`;
  const id = `rehearsal:${world.ports.random.id()}`;
  await world.receive({ id, via, answer: { kind: 'words', from, text } });
  return null;
}

const keyActions: Readonly<Record<string, OutsideAction>> = {
  '1': 'page.acknowledge',
  '2': 'page.reassign',
};

async function pressKey(
  stage: Stage,
  { personId, keys }: Extract<OutsideDeed, { kind: 'keys' }>,
): Promise<string | null> {
  const { carrier } = stage.surface;
  const call = carrier.openCall(personId, stage.storyTime());
  if (!call) return `${personId} has no call to press a key in`;
  const { messageId } = call;
  carrier.answer(messageId);
  const word = { ...call, outcome: 'answered' } as const;
  stage.tell(deliveryLine(word, { cast: stage.cast, at: stage.now() }));
  const action = keyActions[keys];
  const id = `rehearsal:${stage.world.ports.random.id()}`;
  if (!action) {
    await stage.world.receive({ id, report: { messageId, outcome: 'answered', detail: null } });
    return null;
  }
  carrier.hangUp(messageId);
  await stage.world.receive({ id, via: 'voice', answer: { kind: 'press', messageId, action } });
  return null;
}

async function confirm(
  stage: Stage,
  { personId, via, action }: Extract<OutsideDeed, { kind: 'confirms' }>,
): Promise<string | null> {
  const page = [...stage.board().values()].findLast(
    line => line.to === personId && line.via === via && line.message === 'page',
  );
  if (!page) return `${personId} has no page by ${via} to answer`;
  const { messageId } = page;
  const id = `rehearsal:${stage.world.ports.random.id()}`;
  await stage.world.receive({ id, via, answer: { kind: 'press', messageId, action } });
  return null;
}
