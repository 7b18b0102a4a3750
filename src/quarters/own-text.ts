import { internal, type Text } from '../delivery/audience.ts';

/** What a quarter says to us alone. */
export interface OwnFacts {
  /** Scores with their counts and intervals, as sentences. */
  readonly solved: string;
  readonly recommended: string;
  /** Steps whose time was in the quarter and of which nobody has said how they stand. */
  readonly unreported: readonly string[];
  /** Promises of the quarter that are missed and still owed, also those the customer knows nothing of. */
  readonly missed: readonly string[];
  /** Service requests of its months that nobody has decided about. */
  readonly waiting: number;
  /** What they hold against us, and nobody has decided. */
  readonly undecided: readonly { readonly number: number; readonly name: string }[];
  readonly reachedManagement: number;
}

const most = 3;

/** Beside the draft: how they scored us, and what to see to, or to propose, before they ask. Each from a fact. */
export function ownTexts(own: OwnFacts): Text<'internal'>[] {
  const { solved, recommended, unreported, missed, waiting, undecided, reachedManagement } = own;
  const see = [
    ...missed.slice(0, most).map(text => internal`give “${text}” a new time, it was missed`),
    ...undecided
      .slice(0, most)
      .map(({ number, name }) => internal`decide on “${name}” ("voice ${number}")`),
    ...unreported.slice(0, most).map(name => internal`say how “${name}” stands, nobody has`),
    ...(waiting > 0
      ? [internal`review ${waiting} service requests before you speak of a bill`]
      : []),
  ];
  return [
    internal`For us: solved well (4 or 5 of 5): ${solved} Would recommend us: ${recommended}`,
    ...(reachedManagement > 0 ? [internal`For us: ${reachedManagement} reached management.`] : []),
    ...see.map(text => internal`To see to: ${text}.`),
  ];
}
