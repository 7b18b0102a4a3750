import type { Case } from './case.ts';

const clear = (what: string) => ({
  title: what,
  description: `${what}; it works for everybody there.`,
});
const spent = ['30 min looking for it with Ines, the rest mending and testing'];

/** What is wrong with times, rates and amounts, and what only looks so. Amounts in cents at 9,600 and 14,400 an hour. */
export const figureCases: readonly Case[] = [
  // Outside the contract's hours, and no word of it.
  ...(['18:30', '06:00', '20:15', '07:30', '21:00', '17:00', '05:10', '22:45'] as const).map(
    (at, index): Case => [
      {
        ...clear(`Restarted the till server of shop ${index + 1}`),
        at,
        minutes: 30,
        rate: 14_400,
        amountMinor: 7_200,
        wrong: ['outside-hours-unmarked'],
      },
    ],
  ),
  ...(['16:45', '08:45', '16:31'] as const).map(
    (at): Case => [
      { ...clear('Repaired the gate camera'), at, minutes: 30, wrong: ['outside-hours-unmarked'] },
    ],
  ),
  [
    {
      ...clear('Repaired the roller door sensor'),
      saturday: true,
      minutes: 30,
      rate: 14_400,
      amountMinor: 7_200,
      wrong: ['outside-hours-unmarked'],
    },
  ],
  [
    {
      title: 'After hours: restarted the till server',
      description: 'The tills work again.',
      at: '19:00',
      minutes: 30,
      rate: 14_400,
      amountMinor: 7_200,
      wrong: [],
    },
  ],
  [
    {
      title: 'Saturday call-out for the roller door',
      description: 'Outside the agreed hours, as Ines asked; the door opens again.',
      saturday: true,
      minutes: 30,
      rate: 14_400,
      amountMinor: 7_200,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Repaired the gate camera'),
      at: '16:30',
      minutes: 30,
      amountMinor: 4_800,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Repaired the gate camera'),
      at: '09:00',
      minutes: 30,
      amountMinor: 4_800,
      wrong: [],
    },
  ],
  [
    {
      title: 'Out of hours work on the till server',
      description: 'At night so that nobody is disturbed; tills are faster.',
      at: '22:00',
      minutes: 45,
      rate: 14_400,
      amountMinor: 10_800,
      wrong: [],
    },
  ],
  // Two requests of one person at the same time.
  ...(
    [
      ['10:00', '10:15', 30],
      ['11:00', '11:30', 45],
      ['13:00', '13:10', 20],
      ['09:30', '10:00', 55],
      ['14:00', '14:20', 30],
      ['15:00', '15:10', 25],
    ] as const
  ).map(
    ([first, second, minutes], index): Case => [
      {
        title: `Label printer of bay ${index + 1}`,
        description: 'It prints labels again.',
        at: first,
        minutes,
        by: 'kim',
        wrong: ['overlap-same-person'],
      },
      {
        title: `Guide number ${index + 1} for the returns desk`,
        description: 'Grace has it on paper.',
        at: second,
        minutes: 30,
        by: 'kim',
        wrong: ['overlap-same-person'],
      },
    ],
  ),
  [
    {
      title: 'Scales in packing',
      description: 'They show grams again.',
      at: '10:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
    {
      title: 'Radio of the porter',
      description: 'He hears the desk again.',
      at: '10:30',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
  ],
  [
    {
      title: 'Lamp over the packing table',
      description: 'It shows who is next.',
      at: '10:00',
      minutes: 45,
      by: 'kim',
      wrong: [],
    },
    {
      title: 'Bell of the yard',
      description: 'Drivers are heard.',
      at: '10:15',
      minutes: 30,
      by: 'lee',
      wrong: [],
    },
  ],
  // A rate or role that is not in the contract for that hour.
  ...(
    [
      [{ role: 'technician', rate: 9_900 }, 9_900],
      [{ role: 'technician', rate: 14_400 }, 14_400],
      [{ role: 'engineer', rate: 9_600 }, 9_600],
      [{ role: 'architect', rate: 20_000 }, 20_000],
      [{ role: 'consultant', rate: 14_400 }, 14_400],
      [{ role: 'technician', rate: 960 }, 960],
      [{ role: 'engineer', rate: 21_600 }, 21_600],
      [{ role: 'senior technician', rate: 12_000 }, 12_000],
      [{ role: 'technician', rate: 9_500 }, 9_500],
      [{ role: 'engineer', rate: 14_000 }, 14_000],
    ] as const
  ).map(
    ([who, rate], index): Case => [
      {
        ...clear(`Cable in room ${index + 20} renewed`),
        ...who,
        minutes: 45,
        amountMinor: (rate * 45) / 60,
        wrong: ['wrong-rate'],
      },
    ],
  ),
  [
    {
      title: 'After hours: cable in the yard renewed',
      description: 'The camera records again.',
      at: '18:00',
      minutes: 45,
      rate: 9_600,
      amountMinor: 7_200,
      wrong: ['wrong-rate'],
    },
  ],
  [
    {
      title: 'In the evening, outside the agreed hours: scanner server moved',
      description: 'Scanners are faster.',
      at: '19:30',
      role: 'engineer',
      minutes: 30,
      rate: 14_400,
      amountMinor: 7_200,
      wrong: ['wrong-rate'],
    },
  ],
  [
    {
      ...clear('Cable in room 40 renewed'),
      role: 'engineer',
      rate: 14_400,
      minutes: 45,
      amountMinor: 10_800,
      wrong: [],
    },
  ],
  [
    {
      title: 'After hours: cable in the yard renewed',
      description: 'The camera records again.',
      at: '18:00',
      minutes: 45,
      rate: 14_400,
      amountMinor: 10_800,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Cable in room 41 renewed'),
      role: 'Technician',
      rate: 9_600,
      minutes: 45,
      amountMinor: 7_200,
      wrong: [],
    },
  ],
  // Rounded by another step than the contract's quarter of an hour, or twice.
  ...(
    [
      [35, 9_600],
      [50, 8_000],
      [20, 4_800],
      [5, 4_800],
      [40, 6_400],
      [10, 1_600],
      [25, 8_000],
      [55, 8_800],
      [31, 9_600],
    ] as const
  )
    .filter(([minutes, amountMinor]) => amountMinor !== Math.ceil(minutes / 15) * 2_400)
    .map(
      ([minutes, amountMinor], index): Case => [
        {
          ...clear(`Screen ${index + 1} in the hall adjusted`),
          minutes,
          amountMinor,
          rate: 9_600,
          wrong: [minutes === 25 ? 'amount-not-minutes-times-rate' : 'wrong-rounding'],
        },
      ],
    ),
  [
    {
      ...clear('Two screens in the lobby adjusted'),
      minutes: 32,
      notes: ['16 min first screen', '16 min second screen'],
      amountMinor: 9_600,
      rate: 9_600,
      wrong: ['wrong-rounding'],
    },
  ],
  [
    {
      ...clear('Two telephones in the lobby moved'),
      minutes: 40,
      notes: ['20 min the left one', '20 min the right one'],
      amountMinor: 9_600,
      rate: 9_600,
      wrong: ['wrong-rounding'],
    },
  ],
  [
    {
      ...clear('Screen 20 in the hall adjusted'),
      minutes: 35,
      amountMinor: 7_200,
      rate: 9_600,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Screen 21 in the hall adjusted'),
      minutes: 31,
      amountMinor: 7_200,
      rate: 9_600,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Screen 22 in the hall adjusted'),
      minutes: 45,
      amountMinor: 7_200,
      rate: 9_600,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Two screens at gate 2 adjusted'),
      minutes: 30,
      notes: ['14 min first screen', '16 min second screen'],
      amountMinor: 4_800,
      rate: 9_600,
      wrong: [],
    },
  ],
  // It does not come out.
  ...(
    [
      [45, 7_201],
      [45, 7_199],
      [30, 48_000],
      [30, 480],
      [60, 9_060],
      [90, 14_000],
      [15, 2_040],
      [75, 12_100],
      [30, 8_400],
      [105, 16_080],
      [120, 19_020],
      [45, 7_020],
    ] as const
  ).map(
    ([minutes, amountMinor], index): Case => [
      {
        ...clear(`Cupboard ${index + 1} in the server room locked`),
        minutes,
        notes: spent,
        amountMinor,
        rate: 9_600,
        wrong: ['amount-not-minutes-times-rate'],
      },
    ],
  ),
  [
    {
      ...clear('Cupboard 30 in the server room locked'),
      minutes: 105,
      notes: spent,
      amountMinor: 16_800,
      rate: 9_600,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Cupboard 31 in the server room locked'),
      minutes: 15,
      amountMinor: 2_400,
      wrong: [],
    },
  ],
  [
    {
      ...clear('Cupboard 32 in the server room locked'),
      role: 'engineer',
      minutes: 15,
      amountMinor: 3_600,
      wrong: [],
    },
  ],
];
