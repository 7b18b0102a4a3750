import { shared, strong, type Text, words } from '../delivery/audience.ts';
import { type Card, type CardParts, sharedCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import { capitalNumberTerm, numberTerm } from './duration.ts';
import { isContent, type Readiness } from './phase.ts';
import type { Phase, Transition } from './transition.ts';

/** What a proposal to step back rests on and who stays. */
export interface Proposal {
  readonly transition: Transition;
  readonly readiness: Readiness;
  readonly advocateName: string;
  /** How many things the customer told us are still with somebody. */
  readonly openTasks: number;
  /** Every step of the plan is known to be done: only then do we know what is open. */
  readonly isAllDone: boolean;
}

/** Asks the customer whether we may step back, with the evidence it knows itself. */
export function proposalCard(proposal: Proposal): Card<'shared'> {
  const { transition } = proposal;
  return sharedCard('graduation', transition.customerId, {
    ...proposalWords(proposal),
    actions: [
      {
        id: 'graduation.accept',
        label: "Yes, that's fine",
        subject: transition.id,
        style: 'primary',
      },
      { id: 'graduation.decline', label: 'Keep checking in', subject: transition.id },
    ],
  });
}

/** The same words once they are answered: nothing left to press. */
export function answeredProposalCard(proposal: Proposal): Card<'shared'> {
  return sharedCard('graduation', proposal.transition.customerId, proposalWords(proposal));
}

function proposalWords(proposal: Proposal): CardParts<'shared'> {
  const { transition, advocateName } = proposal;
  const name = words(openly(transition.name));
  return {
    body: [
      shared`${evidenceText(proposal, name)} Shall I stop checking in about it?`,
      shared`${strong(openly(advocateName))} stays your person, and I'm still here whenever you type.`,
    ],
    foot: shared`Type page and I'll fetch someone, at any hour.`,
  };
}

function evidenceText(proposal: Proposal, name: ReturnType<typeof words>): Text<'shared'> {
  const { transition, readiness, advocateName, openTasks, isAllDone } = proposal;
  const { answers, open } = readiness;
  const good = answers.filter(answer => answer === 'good').length;
  const isCalm = isContent(answers, answers.length) && good > 1;
  const calm = isCalm
    ? shared`Your last ${numberTerm(good)} answers about the ${name} were all good`
    : standingText(transition.phase, name);
  if (openTasks > 0) {
    const who = words(openly(advocateName));
    return openTasks === 1
      ? shared`${calm}. One thing you told us is still open on our side and will be answered, whatever you decide; ${who} sees to that.`
      : shared`${calm}. ${capitalNumberTerm(openTasks)} things you told us are still open on our side and will be answered, whatever you decide; ${who} sees to that.`;
  }
  const isNothingOpen = open.length === 0 && isAllDone;
  return isNothingOpen ? shared`${calm}, and nothing is open on our side.` : shared`${calm}.`;
}

/** Where the change itself stands: somebody may ask for the end before it has come. */
function standingText(phase: Phase, name: ReturnType<typeof words>): Text<'shared'> {
  if (phase === 'preparing') return shared`The ${name} has not begun yet`;
  return phase === 'live' ? shared`The ${name} is underway` : shared`The ${name} is behind you`;
}

/** Thanks, and the last question: VOICE's thank-you. */
export function thankYouCard(
  { transition, advocateName }: Proposal,
  leaderName: string | null,
): Card<'shared'> {
  const thanks = leaderName ? shared`Thank you, ${words(openly(leaderName))}.` : shared`Thank you.`;
  return sharedCard('graduation', transition.customerId, {
    body: [
      shared`${thanks} Then I'll stop checking in about the ${words(openly(transition.name))} as of today; ${strong(openly(advocateName))} stays your person, and I'm still here if you type.`,
      shared`One last thing whenever you like: what should we have done better?`,
    ],
    foot: shared`Type page and I'll fetch someone, at any hour.`,
  });
}

/** The customer would rather keep us: said plainly, and when we ask again. */
export function goesOnCard(transition: Transition): Card<'shared'> {
  return sharedCard('graduation', transition.customerId, {
    body: [shared`Then I'll keep checking in as now, and ask about this again in four weeks.`],
    foot: shared`Say "less" or "more" any time, or type page for a person.`,
  });
}

/** The key of the n-th proposal, from 1. */
export function proposalKey(transitionId: string, n: number): string {
  return `graduation:${transitionId}:${n}`;
}
