import { mayDo } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import { shared, type Text, words } from '../../delivery/audience.ts';
import { stepText } from '../../partners/matter.ts';
import type { Trip } from '../../shared/database.ts';
import { notifyAskers } from '../../situation/notify-askers.ts';
import { openly } from '../../timeline/event.ts';
import type { Milestone } from '../../transitions/milestone.ts';
import { moveMilestone } from '../../transitions/move-milestone.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import type { Reply } from '../replies/reply.ts';
import { matchName } from '../words/names.ts';
import {
  isAboutOwn,
  isTaking,
  readBack,
  readStanding,
  type SaidStanding,
} from '../words/partner-words.ts';
import { handBack } from './hand-back.ts';
import { listTheirs, type Theirs } from './list-theirs.ts';
import { passWordOn } from './pass-word-on.ts';
import { said } from './said.ts';
import { takePage } from './take-page.ts';

/**
 * A partner's person, alone with us: they take what they are called for, say how their steps stand, hand back what they have,
 * and reach the advocate with everything else. Of a customer they read nothing here but that.
 */
export async function respondToPartner(
  trip: Trip,
  turn: Turn,
  { text }: Utterance,
): Promise<Reply[]> {
  const { actor } = turn;
  if (!actor) return [];
  const theirs = await listTheirs(trip, actor);
  const [ringing] = theirs.pages;
  if (ringing && isTaking(text)) return takePage(trip, actor, ringing);
  const standing = readStanding(text);
  const step = standing && findStep(theirs, standing);
  if (standing && step) return [await moveStep(trip, actor, { step, to: standing.to })];
  const back = readBack(text);
  if (back !== null) return handBack(trip, { turn, partner: actor, said: back });
  if (isAboutOwn(text)) return [said(null, ...theirTexts(theirs))];
  return passWordOn(trip, turn, { partner: actor, text });
}

function findStep({ steps }: Theirs, { name }: SaidStanding): Milestone | null {
  const match = matchName(
    name,
    steps.map(step => ({ id: step.key, name: step.name, step })),
  );
  return match.kind === 'one' ? match.found.step : null;
}

async function moveStep(
  trip: Trip,
  partner: Person,
  { step, to }: { readonly step: Milestone; readonly to: SaidStanding['to'] },
): Promise<Reply> {
  const { customerId, name } = step;
  const about = { customerId, managerId: null, placeCustomerId: null };
  if (!mayDo('partner.step', partner, about))
    return said(null, shared`I can't help with that here.`);
  const moved = await moveMilestone(trip, { milestoneId: step.id, to, byId: partner.id });
  if (moved.outcome !== 'moved')
    return said(customerId, shared`${words(openly(name))} stands as it did; nothing is changed.`);
  await notifyAskers(trip, customerId);
  return said(customerId, shared`Noted: ${words(openly(name))}. They can read it.`);
}

function theirTexts({ matters, steps, pages }: Theirs): Text<'shared'>[] {
  const lines = [
    ...pages.map(({ customerName }) => shared`⚠️ ${words(openly(customerName))} needs somebody.`),
    ...matters.map(({ what }) => shared`Handed to you: “${words(openly(what))}”.`),
    ...steps.map(step => stepText(step)),
  ];
  return lines.length > 0 ? lines : [shared`You have nothing of ours at the moment.`];
}
