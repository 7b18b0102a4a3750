import { mayDo } from '../../customers/permission.ts';
import type { Person } from '../../customers/person.ts';
import { shared, type Text, time, words } from '../../delivery/audience.ts';
import { stepText } from '../../partners/matter.ts';
import type { Trip } from '../../shared/database.ts';
import { notifyAskers } from '../../situation/notify-askers.ts';
import { openly } from '../../timeline/event.ts';
import type { Milestone } from '../../transitions/milestone.ts';
import { moveMilestone } from '../../transitions/move-milestone.ts';
import type { Turn } from '../arrival/turn.ts';
import type { Utterance } from '../arrival/utterance.ts';
import type { Reply } from '../replies/reply.ts';
import { isCallForHelp } from '../words/human-words.ts';
import {
  isAboutOwn,
  isCallingSomebody,
  isTroubleNow,
  readBack,
  readStanding,
  readTaking,
  type SaidStanding,
} from '../words/partner-words.ts';
import { answerForWhom } from './answer-for-whom.ts';
import { callOff } from './call-off.ts';
import { callSomebody } from './call-somebody.ts';
import { handBack } from './hand-back.ts';
import { hearLanguage } from './hear-language.ts';
import { listTheirs, type Theirs } from './list-theirs.ts';
import type { PartnerWords } from './partner-says.ts';
import { passWordOn } from './pass-word-on.ts';
import { said } from './said.ts';
import { takePage } from './take-page.ts';
import { pagesToTake, type TheirPage } from './their-page.ts';
import { stepNamed } from './their-step.ts';
import { whichPage } from './which-page.ts';

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
  const spoken = { partner: actor, text };
  await hearLanguage(trip, spoken);
  if (isCallingSomebody(text)) return callSomebody(trip, spoken);
  const theirs = await listTheirs(trip, actor);
  const read =
    (await answerForWhom(trip, spoken)) ??
    (await callOff(trip, spoken)) ??
    (await takeNamed(trip, spoken, theirs)) ??
    (await noteStanding(trip, spoken, theirs));
  if (read) return read;
  const back = readBack(text);
  if (back !== null) return handBack(trip, { turn, partner: actor, said: back, pageId: null });
  if (isAboutOwn(text)) return [said(null, ...theirTexts(theirs))];
  const isWanting = isTroubleNow(text) || isCallForHelp(text);
  return isWanting ? callSomebody(trip, spoken) : passWordOn(trip, turn, spoken);
}

async function takeNamed(
  trip: Trip,
  { partner, text }: PartnerWords,
  { pages }: Theirs,
): Promise<Reply[] | null> {
  const taking = readTaking(text);
  const meant = taking ? pagesToTake(pages, taking) : [];
  const [only, ...others] = meant;
  if (!only) return null;
  return others.length > 0 ? [whichPage(meant)] : takePage(trip, partner, only);
}

/** Only a step's whole name is a fact; what is nearly one is asked back, and everything else is a word to pass on. */
async function noteStanding(
  trip: Trip,
  { partner, text }: PartnerWords,
  { steps }: Theirs,
): Promise<Reply[] | null> {
  const standing = readStanding(text);
  const named = standing && stepNamed(standing.name, steps);
  if (!standing || !named || named.kind === 'none') return null;
  const { step } = named;
  if (named.kind === 'exact') return [await moveStep(trip, partner, { step, to: standing.to })];
  const name = words(openly(step.name));
  return [
    said(
      step.customerId,
      standing.to === 'done'
        ? shared`Do you mean “${name}”? Nothing is noted yet: "${name} done" says so.`
        : shared`Do you mean “${name}”? Nothing is noted yet: "${name} underway" says so.`,
    ),
  ];
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
    ...pages.flatMap(pageText),
    ...matters.map(
      ({ customerName, what, givenAt }) =>
        shared`Handed to you: “${words(openly(what))}” of ${words(openly(customerName))}, ${time(givenAt)}.`,
    ),
    ...steps.map(step => stepText(step)),
  ];
  return lines.length > 0 ? lines : [shared`You have nothing of ours at the moment.`];
}

function pageText({ standing, customerName, raisedAt }: TheirPage): Text<'shared'>[] {
  const name = words(openly(customerName));
  if (standing === 'ringing') return [shared`⚠️ ${name} needs somebody, since ${time(raisedAt)}.`];
  return standing === 'theirs' ? [shared`You have ${name}, since ${time(raisedAt)}.`] : [];
}
