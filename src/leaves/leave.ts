/**
 * How far a stand-in has come: `planned` until they begin; `begun` once they have everything; `told` once the customer knows;
 * `back` once the one who was away has everything back; `over` once the customer knows that too; `cancelled` before it began.
 */
export const standInStates = ['planned', 'begun', 'told', 'back', 'over', 'cancelled'] as const;
export type StandInState = (typeof standInStates)[number];

/** Stretches that are not over. */
export const current: readonly StandInState[] = ['planned', 'begun', 'told'];

/** What is to be done next about a stand-in whose moment has come. */
export type LeaveStep = 'begin' | 'tell-away' | 'end' | 'tell-back' | 'nothing';

/** The next step; one that ends before the customer was told is never told of. */
export function nextStep(
  { state, until }: { readonly state: StandInState; readonly until: Date },
  now: Date,
): LeaveStep {
  switch (state) {
    case 'planned':
      return 'begin';
    case 'begun':
      return until <= now ? 'end' : 'tell-away';
    case 'told':
      return 'end';
    case 'back':
      return 'tell-back';
    case 'over':
    case 'cancelled':
      return 'nothing';
  }
}
