import { shared, type Text, time, words } from '../delivery/audience.ts';
import { joined } from '../delivery/listed.ts';
import { bare } from '../promises/promise.ts';
import { moneyText } from '../shared/money.ts';
import { openly } from '../timeline/event.ts';
import { type BillFacts, middleOf, type PlanFacts, type QuarterFacts } from './quarter-facts.ts';

/** The parts of a review, in their order; each is called so in chat as well. */
export const reviewParts = [
  'plan',
  'calls',
  'check-ins',
  'promises',
  'requests',
  'changes',
  'owed',
  'coming',
] as const;
export type ReviewPart = (typeof reviewParts)[number];

/** What stands before each part. */
export const partLabels: Readonly<Record<ReviewPart, string>> = {
  plan: 'The plan',
  calls: 'Calls for a person',
  'check-ins': 'How it went for you',
  promises: 'Promises',
  requests: 'Service requests',
  changes: 'What you said',
  owed: 'We owe you',
  coming: 'Coming',
};

/** What a part says; null where no fact says anything. */
export function partText(part: ReviewPart, facts: QuarterFacts): Text<'shared'> | null {
  return texts[part](facts);
}

const texts: Readonly<Record<ReviewPart, (facts: QuarterFacts) => Text<'shared'> | null>> = {
  plan: ({ plan }) => (plan.length === 0 ? null : joined(plan.map(planText))),
  calls: callsText,
  'check-ins': checkInsText,
  promises: promisesText,
  requests: ({ bill }) => billText(bill),
  changes: ({ changes }) =>
    changes.length === 0
      ? null
      : joined(
          changes.map(({ step, words: what }) =>
            step === 'done'
              ? shared`✅ What is different now: ${words(what)}.`
              : shared`What we decided: ${words(what)}.`,
          ),
        ),
  owed: ({ owed }) =>
    owed.length === 0
      ? null
      : joined(
          owed.map(
            ({ text, promisedFor }) =>
              shared`${words(openly(bare(text)))}, by ${time(promisedFor)}.`,
          ),
        ),
  coming: ({ coming }) =>
    coming.length === 0
      ? null
      : joined(
          coming.map(({ name, plannedFrom }) => shared`${words(name)}, ${time(plannedFrom)}.`),
        ),
};

function planText({ transition, steps, done, rolledBack, moved }: PlanFacts): Text<'shared'> {
  return joined([
    shared`${words(transition)}: ${done} of ${steps} steps were reported done.`,
    ...rolledBack.map(name => shared`Rolled back: ${words(name)}.`),
    ...moved.map(
      ({ name, from, to }) => shared`Moved: ${words(name)}, from ${time(from)} to ${time(to)}.`,
    ),
  ]);
}

function callsText({ calls }: QuarterFacts): Text<'shared'> | null {
  const { count, minutes, solved, unheard } = calls;
  const middle = middleOf(minutes);
  if (count === 0) return null;
  return joined([
    shared`You called for a person: ${count}. Solved: ${solved}.`,
    ...(middle === null
      ? []
      : [
          shared`Minutes until somebody had it: ${middle} in the middle, ${Math.max(...minutes)} at most.`,
        ]),
    ...(unheard > 0 ? [shared`Nobody said that they have it: ${unheard}.`] : []),
  ]);
}

function checkInsText({ checkIns }: QuarterFacts): Text<'shared'> | null {
  const { asked, good, fine, worried } = checkIns;
  const answers = good + fine + worried;
  if (answers === 0) return null;
  return shared`I asked: ${asked}. You answered: ${answers}. All good: ${good}, fine: ${fine}, worried: ${worried}.`;
}

function promisesText({ promises }: QuarterFacts): Text<'shared'> | null {
  const { kept, late, missed, moved } = promises.trust;
  if (kept + late + missed + moved === 0) return null;
  return joined([
    shared`Kept in time: ${kept}, late: ${late}, missed: ${missed}; moved before they were due: ${moved}.`,
    ...promises.missed.map(text => shared`Missed, and still owed: ${words(openly(bare(text)))}.`),
  ]);
}

function billText({
  count,
  minutes,
  free,
  totalMinor,
  currency,
}: BillFacts): Text<'shared'> | null {
  if (count === 0) return null;
  return joined([
    shared`Approved for your bills: ${count}, ${minutes} min; of these without charge: ${free}.`,
    ...(currency === null
      ? []
      : [shared`Together: ${words(openly(moneyText(totalMinor, currency)))}.`]),
  ]);
}
