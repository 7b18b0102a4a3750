import type { SeatName } from './seat.ts';

/** What a newcomer can try, who does it, and how to do it with one press. */
export interface GuideStep {
  readonly title: string;
  readonly hint: string;
  readonly isDone: boolean;
  readonly press:
    | {
        readonly kind: 'say';
        readonly seat: SeatName;
        readonly text: string;
        readonly label: string;
      }
    | { readonly kind: 'forward'; readonly by: string; readonly label: string };
}

/** What has happened for this customer so far. */
export interface Lived {
  readonly asked: boolean;
  readonly worried: boolean;
  readonly acknowledged: boolean;
  readonly slipped: boolean;
  readonly cadence: boolean;
  readonly answered: number;
  readonly thanked: boolean;
}

interface Cast {
  readonly customerId: string;
  readonly leader: string;
  readonly advocate: string;
  readonly manager: string;
  /** A step of the plan that can slip. */
  readonly milestone: string | null;
}

/** The things to try, in the order a night and its fortnight bring them. */
export function guideSteps(cast: Cast, lived: Lived): GuideStep[] {
  const { customerId, leader, advocate, manager, milestone } = cast;
  return [
    {
      title: 'Ask for news',
      hint: `${leader} asks: what's happening now?`,
      isDone: lived.asked,
      press: { kind: 'say', seat: 'customer', text: "what's happening now?", label: 'Ask' },
    },
    {
      title: 'Be worried',
      hint: 'Go to the next check-in and press Worried.',
      isDone: lived.worried,
      press: { kind: 'forward', by: 'next', label: 'Move on' },
    },
    {
      title: 'Get a person',
      hint: `${leader} types page. Let it climb, or take it as ${advocate}.`,
      isDone: lived.acknowledged,
      press: { kind: 'say', seat: 'customer', text: 'page', label: 'Page' },
    },
    {
      title: 'Let a step slip',
      hint: `${advocate} reports it; ask again as ${leader}.`,
      isDone: lived.slipped,
      press: {
        kind: 'say',
        seat: 'advocate',
        text: `milestone ${customerId} ${milestone ?? 'copy'} late`,
        label: 'Report it late',
      },
    },
    {
      title: 'Change the cadence',
      hint: `${manager} sees the next five dates first.`,
      isDone: lived.cadence,
      press: { kind: 'say', seat: 'manager', text: `cadence ${customerId} daily`, label: 'Daily' },
    },
    {
      title: 'Let calm days pass',
      hint: 'Answer All good: check-ins grow apart.',
      isDone: lived.answered >= 4,
      press: { kind: 'forward', by: '1d', label: '+1 day' },
    },
    {
      title: 'Say thank you',
      hint: 'Handrail steps back. That is success.',
      isDone: lived.thanked,
      press: {
        kind: 'say',
        seat: 'customer',
        text: 'Thank you, you can stop calling now.',
        label: 'Thank you',
      },
    },
  ];
}
