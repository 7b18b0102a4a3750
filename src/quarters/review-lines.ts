import type { Audience } from '../delivery/audience.ts';
import { openly, type SharedWords } from '../timeline/event.ts';
import type { OwnFacts } from './own-text.ts';
import { middleOf, type QuarterFacts } from './quarter-facts.ts';
import type { Review } from './review-card.ts';
import { partText, type ReviewPart, reviewParts } from './review-text.ts';

/** One line of a review for other programs. A figure, somebody's words, or an instant in UTC. */
export interface ReviewLine<A extends Audience = Audience> {
  readonly audience: A;
  readonly part: ReviewPart | 'sentence' | 'own';
  readonly what: string;
  readonly value: A extends 'shared' ? SharedWords | number : string | number;
}

type Shown = readonly [what: string, value: SharedWords | number];

/** What the customer reads, line by line: parts that were left out are not there, and those in the advocate's words are these. */
export function reviewLines({ facts, edits }: Review): ReviewLine<'shared'>[] {
  const line = (part: ReviewPart | 'sentence', [what, value]: Shown): ReviewLine<'shared'> => ({
    audience: 'shared',
    part,
    what,
    value,
  });
  return [
    ...edits.added.map(text => line('sentence', ['words', openly(text)])),
    ...reviewParts
      .filter(part => !edits.without.includes(part))
      .flatMap(part => {
        const own = edits.instead[part];
        if (own !== undefined) return [line(part, ['words', openly(own)])];
        return partText(part, facts) ? figures[part](facts).map(one => line(part, one)) : [];
      }),
  ];
}

const figures: Readonly<Record<ReviewPart, (facts: QuarterFacts) => readonly Shown[]>> = {
  plan: ({ plan }) =>
    plan.flatMap(({ transition, steps, done, rolledBack, moved }): Shown[] => [
      [`${transition}: steps`, steps],
      [`${transition}: reported done`, done],
      ...rolledBack.map((name): Shown => [`${transition}: rolled back`, name]),
      ...moved.map(({ name, to }): Shown => [`${name}: moved to`, instant(to)]),
    ]),
  calls: ({ calls }) => {
    const middle = middleOf(calls.minutes);
    return [
      ['calls', calls.count],
      ['solved', calls.solved],
      ['nobody had it', calls.unheard],
      ...(middle === null
        ? []
        : ([
            ['minutes until somebody had it, in the middle', middle],
            ['minutes until somebody had it, at most', Math.max(...calls.minutes)],
          ] satisfies Shown[])),
    ];
  },
  'check-ins': ({ checkIns: { asked, good, fine, worried } }) => [
    ['asked', asked],
    ['good', good],
    ['fine', fine],
    ['worried', worried],
  ],
  promises: ({ promises: { trust, missed } }) => [
    ['kept in time', trust.kept],
    ['late', trust.late],
    ['missed', trust.missed],
    ['moved', trust.moved],
    ...missed.map((text): Shown => ['missed, still owed', text]),
  ],
  requests: ({ bill: { count, minutes, free, totalMinor, currency } }) => [
    ['approved', count],
    ['minutes', minutes],
    ['without charge', free],
    ...(currency === null
      ? []
      : ([
          ['currency', openly(currency)],
          ['total in its minor unit', totalMinor],
        ] satisfies Shown[])),
  ],
  changes: ({ changes }) => changes.map(({ step, words }): Shown => [step, words]),
  owed: ({ owed }) => owed.map(({ text, promisedFor }): Shown => [text, instant(promisedFor)]),
  coming: ({ coming }) =>
    coming.map(({ name, plannedFrom }): Shown => [name, instant(plannedFrom)]),
};

function instant(at: Date): SharedWords {
  return openly(at.toISOString());
}

/** What stands beside it for us alone. */
export function ownLines(own: OwnFacts): ReviewLine<'internal'>[] {
  const line = (what: string, value: string | number): ReviewLine<'internal'> => ({
    audience: 'internal',
    part: 'own',
    what,
    value,
  });
  return [
    line('solved well', own.solved),
    line('would recommend us', own.recommended),
    line('reached management', own.reachedManagement),
    line('requests waiting', own.waiting),
    ...own.missed.map(text => line('missed, still owed', text)),
    ...own.unreported.map(name => line('nobody said how it stands', name)),
    ...own.undecided.map(({ name }) => line('undecided', name)),
  ];
}

/** The lines as a table. */
export function lineRows(lines: readonly ReviewLine[]) {
  return [
    ['audience', 'part', 'what', 'value'],
    ...lines.map(({ audience, part, what, value }) => [audience, part, what, value]),
  ];
}
