import type { Case } from './case.ts';

const spent = ['Half of it looking, half of it mending and testing with Grace'];

/** The same work twice, the same fault again, what the fee covers, and what only looks so. */
export const repeatCases: readonly Case[] = [
  // The same work twice: in the same words, in other words, by another name.
  ...(
    [
      [
        'Replaced the toner in the reception printer',
        'Replaced the toner in the reception printer',
      ],
      ['Changed the lock code of the server room', 'Server room: changed lock code'],
      ['Set up a telephone for Grace Adler', 'New telephone for Grace Adler set up'],
      ['Repaired the door camera at the yard gate', 'Yard gate door camera repaired'],
      ['Removed the old scanner from the post room', 'Took the old scanner out of the post room'],
      [
        'Replaced the broken keyboard at the front desk',
        'Swapped the defective keyboard at the front desk',
      ],
      [
        'Installed the tax program for Ines Calder',
        'Tax software installed on the computer of Ines Calder',
      ],
      ['Restored the folder "Tours" for the drivers', 'Recovered the drivers\' folder "Tours"'],
    ] as const
  ).map(
    ([first, second], index): Case => [
      { title: first, at: '10:00', minutes: 30, by: 'kim', wrong: [] },
      {
        title: second,
        at: index % 2 ? '14:00' : '11:00',
        day: index % 3 ? 0 : 1,
        minutes: 30,
        by: index % 4 === 3 ? 'Kim' : 'kim',
        wrong: ['double'],
      },
    ],
  ),
  [
    {
      title: 'Exchanged the network card in the till of Hull',
      at: '10:00',
      minutes: 30,
      by: 'Kim Sorel',
      wrong: [],
    },
    {
      title: 'Network card in the Hull till exchanged',
      at: '14:00',
      minutes: 30,
      by: 'K. Sorel',
      wrong: ['double'],
    },
  ],
  [
    {
      title: 'Moved the shredder to the archive',
      at: '10:00',
      minutes: 30,
      by: 'Kim Sorel',
      wrong: [],
    },
    {
      title: 'Shredder moved to the archive',
      at: '14:00',
      minutes: 30,
      by: 'Sorel, Kim',
      wrong: ['double'],
    },
  ],
  // Two people on one job; the same job at another place or for somebody else; the monthly job.
  [
    {
      title: 'Carried the new server into the rack',
      description: 'It runs; two people because of its weight.',
      at: '10:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
    {
      title: 'Carried the new server into the rack',
      description: 'It runs; two people because of its weight.',
      at: '10:00',
      minutes: 30,
      by: 'lee',
      wrong: [],
    },
  ],
  [
    { title: 'Set up a telephone for Grace Adler', at: '10:00', minutes: 30, by: 'kim', wrong: [] },
    { title: 'Set up a telephone for Tom Baker', at: '11:00', minutes: 30, by: 'kim', wrong: [] },
  ],
  [
    {
      title: 'Replaced the toner in the reception printer',
      at: '10:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
    {
      title: 'Replaced the toner in the packing printer',
      at: '11:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
  ],
  [
    {
      title: 'Weekly cleaning of the scanners at gate 1',
      at: '10:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
    {
      title: 'Weekly cleaning of the scanners at gate 1',
      at: '10:00',
      day: 7,
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
  ],
  [
    {
      title: 'Removed the tax program from computer 12',
      at: '10:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
    {
      title: 'Installed the tax program on computer 12',
      at: '13:00',
      minutes: 30,
      by: 'kim',
      wrong: [],
    },
  ],
  // The same fault again.
  ...([1, 3, 7, 13, 14, 10] as const).map(
    (day, index): Case => [
      {
        title: `Conveyor display ${index + 1} dark`,
        description: 'It shows the next box again.',
        at: '10:00',
        minutes: 30,
        wrong: [],
      },
      {
        title: `Conveyor display ${index + 1} was dark once more`,
        description: 'A new cable; it shows boxes.',
        at: '13:00',
        day,
        minutes: 30,
        reopensFirst: true,
        wrong: ['reopened-within-14-days'],
      },
    ],
  ),
  ...([2, 6, 9, 14] as const).map(
    (day, index): Case => [
      {
        title: `Franking machine ${index + 1} jams`,
        description: 'Letters go through.',
        at: '10:00',
        minutes: 30,
        wrong: [],
      },
      {
        title: `Franking machine ${index + 1} jams again`,
        description: 'A roller was worn; letters go through.',
        at: '14:00',
        day,
        minutes: 30,
        wrong: ['reopened-within-14-days'],
      },
    ],
  ),
  [
    {
      title: 'Lift telephone dead',
      description: 'It reaches the desk.',
      at: '10:00',
      minutes: 30,
      wrong: [],
    },
    {
      title: 'Lift telephone dead once more',
      description: 'New line; it reaches the desk.',
      at: '10:00',
      day: 15,
      minutes: 30,
      reopensFirst: true,
      wrong: [],
    },
  ],
  [
    {
      title: 'Weighing bridge shows zero',
      description: 'It shows kilos.',
      at: '16:00',
      minutes: 30,
      wrong: [],
    },
    {
      title: 'Weighing bridge shows zero again',
      description: 'New sensor; it shows kilos.',
      at: '09:30',
      day: 16,
      minutes: 30,
      wrong: [],
    },
  ],
  [
    {
      title: 'Time clock stands still',
      description: 'It runs.',
      at: '10:00',
      minutes: 30,
      wrong: [],
    },
    {
      title: 'Time clock moved to the other door',
      description: 'Staff clock in at the yard.',
      at: '10:00',
      day: 3,
      minutes: 30,
      wrong: [],
    },
  ],
  [
    {
      title: 'Fire door reader silent',
      description: 'It beeps.',
      at: '10:00',
      minutes: 30,
      wrong: [],
    },
    {
      title: 'Fire door reader silent once more',
      description: 'Beeps with a new battery; not charged, same fault.',
      at: '10:00',
      day: 5,
      minutes: 30,
      amountMinor: 0,
      reopensFirst: true,
      wrong: [],
    },
  ],
  // In the fee, and charged.
  ...[
    ['Morning backup check', 'All copies of the night are complete.'],
    ['Checked the morning backups', 'All eleven are there.'],
    ['Backup check in the morning', 'Complete.'],
    ['Monthly server patching', 'All six servers have the patches of April.'],
    ['Monthly patching of the servers', 'Done on six servers.'],
    ['Patched the servers (monthly)', 'Six of six.'],
  ].map(
    ([title = '', description = '']): Case => [
      { title, description, minutes: 30, wrong: ['covered-by-contract-not-deducted'] },
    ],
  ),
  ...(
    [
      ['Travel to the Leeds office', 45],
      ['Drive to Hull and back', 50],
      ['Travel time, Bristol', 30],
    ] as const
  ).map(
    ([title, minutes]): Case => [
      {
        title,
        description: 'For the meeting about the new tills.',
        minutes,
        wrong: ['covered-by-contract-not-deducted'],
      },
    ],
  ),
  [
    {
      title: 'Morning backup check',
      description: 'All copies are complete.',
      minutes: 30,
      amountMinor: 0,
      wrong: [],
    },
  ],
  [
    {
      title: 'Repaired the backup of the mail server',
      description: "Last night's copy was incomplete; it has run again.",
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Travel to the Leeds office',
      description: 'For the meeting about the new tills.',
      minutes: 75,
      notes: ['There and back, 37 min each way'],
      wrong: [],
    },
  ],
  [
    {
      title: 'Travel laptop for Ines Calder',
      description: 'She can work on the train.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'New drive for the camera recorder',
      description: 'It records thirty days again.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Patch cable for the server room',
      description: 'The third server has its second line.',
      minutes: 30,
      wrong: [],
    },
  ],
  // Orla's ten included hours a month: used up in order of closing. Each case has a month of its own.
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((month): Case[] => [
    [
      {
        customer: 'orla',
        title: `Rebuilt the stock room network, part ${month}`,
        description: 'Scanners reach every shelf.',
        minutes: 420,
        notes: spent,
        amountMinor: 0,
        at: '09:30',
        wrong: [],
      },
      month % 2 === 0
        ? {
            customer: 'orla',
            title: 'Retuned the radio of the fork lifts',
            description: 'Drivers hear the desk.',
            day: 1,
            minutes: 120,
            notes: spent,
            amountMinor: 19_200,
            wrong: ['covered-by-contract-not-deducted'],
          }
        : {
            customer: 'orla',
            title: 'Retuned the radio of the fork lifts',
            description: 'Drivers hear the desk.',
            day: 1,
            minutes: 120,
            notes: spent,
            amountMinor: 0,
            wrong: [],
          },
      month % 3 === 0
        ? {
            customer: 'orla',
            title: 'New cables for the packing tables',
            description:
              'All tables print. The included hours run out with this one: 60 of 120 minutes are charged.',
            day: 2,
            minutes: 120,
            notes: spent,
            amountMinor: 9_600,
            wrong: [],
          }
        : {
            customer: 'orla',
            title: 'New cables for the packing tables',
            description: 'All tables print.',
            day: 2,
            minutes: 120,
            notes: spent,
            amountMinor: 9_600,
            wrong: ['included-hours-exceeded-unmarked'],
          },
      {
        customer: 'orla',
        title: 'Clock of the loading bay set',
        description: 'It shows the right hour.',
        day: 3,
        minutes: 30,
        amountMinor: 4_800,
        wrong: [],
      },
      {
        customer: 'orla',
        title: 'Plan of the new hall checked by an engineer',
        description: 'Two cables added to the plan.',
        day: 3,
        at: '13:00',
        role: 'engineer',
        minutes: 30,
        amountMinor: 7_200,
        wrong: [],
      },
    ],
  ]),
];
