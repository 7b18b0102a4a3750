import type { Case } from './case.ts';

const note = ['Talked it through with Ines, did it, tested it with her'];

/** What is wrong with words, and what only looks so. */
export const textCases: readonly Case[] = [
  // The customer could not tell what was done, or for whom.
  ...[
    'Fixed it',
    'Support',
    'Done as discussed',
    'Helped user',
    'Misc work',
    'Sorted the issue',
    'See ticket',
    'Various tasks',
    'Looked into problem',
    'Call with customer',
    'Resolved',
    'Follow-up',
  ].map((title): Case => [{ title, minutes: 30, wrong: ['unclear-description'] }]),
  [
    {
      title: 'Issue',
      description: 'Fixed, works now.',
      minutes: 45,
      wrong: ['unclear-description'],
    },
  ],
  [
    {
      title: 'Ticket 4711',
      description: 'as agreed by phone',
      minutes: 30,
      wrong: ['unclear-description'],
    },
  ],
  [
    {
      title: 'Fixed it',
      description: 'The card reader at the Hull till takes cards again.',
      minutes: 30,
      wrong: [],
    },
  ],
  [
    {
      title: 'Support',
      description: 'Showed Grace how to book a return delivery.',
      minutes: 20,
      wrong: [],
    },
  ],
  [{ title: 'Headset for Priya', minutes: 15, wrong: [] }],
  [{ title: 'Reset password, Tom Baker', minutes: 15, wrong: [] }],
  [{ title: 'Issue with the lift telephone solved', minutes: 30, wrong: [] }],
  // A technician's words without an outcome.
  ...[
    ['Flushed ARP, bounced svc', ''],
    ['Cleared DNS cache, recycled IIS app pool', ''],
    ['Ran chkdsk and sfc /scannow', 'Event ID 7031 in syslog.'],
    ['Rebuilt the VLAN trunk, re-tagged ports', ''],
    ['Purged the GPO cache and re-registered the DLLs', ''],
    ['Regenerated the SPF and DKIM records', ''],
    ['Killed orphaned PIDs, restarted daemon', ''],
    ['Repaired NTFS ACLs, reset SMB sessions', ''],
    ['Patched BIOS and NIC firmware', ''],
    ['Kerberos tickets purged, LDAP bind re-done', ''],
    ['Reindexed the SQL tablespace', ''],
    ['Cycled the PoE port, flapped the LACP bond', ''],
  ].map(
    ([title = '', description = '']): Case => [
      { title, description, minutes: 30, wrong: ['jargon-without-result'] },
    ],
  ),
  [
    {
      title: 'Flushed ARP, bounced svc',
      description: 'The warehouse can reach the printers again.',
      minutes: 30,
      wrong: [],
    },
  ],
  [{ title: 'Reset the SMB session so that Ines can open her files', minutes: 15, wrong: [] }],
  [
    {
      title: 'VLAN for the guests',
      description: 'Visitors have Internet without seeing the office network.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'New SSD in the computer of Grace Adler',
      description: 'It starts in half a minute now.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Repaired the SQL job',
      description: 'Month-end figures are in the report by eight.',
      minutes: 45,
      wrong: [],
    },
  ],
  // An hour or more, and nothing that says how it was spent.
  ...(
    [
      [
        'Replaced the switch in the Leeds office',
        'Replaced the broken switch so that the telephones work.',
        180,
        [],
      ],
      ['Moved the accounts team to the second floor', '', 240, []],
      ['Prepared the Hull shop for the sale', 'Tills and screens are ready.', 60, []],
      ['Set up four laptops for the new starters', 'All four can work.', 200, ['done']],
      ['Checked the cameras in the yard', 'All eleven record again.', 75, ['ok']],
      ['Migrated the mail of the drivers', 'All drivers have their mail on the phone.', 300, []],
      ['Repaired the booking screen', 'Bookings can be saved again.', 105, ['closed']],
      ['Recovered the photo archive', 'Marketing has its pictures back.', 90, ['-']],
      ['New telephones for the office in Bristol', 'Eighteen telephones ring.', 420, []],
      ['Cleaned up the shared drive', 'Folders follow the new plan.', 135, ['see ticket']],
      ['Installed the new scanner in the post room', 'The post room scans to mail.', 60, []],
      ['Wrote the guide for the returns desk', 'The guide is on the intranet.', 150, []],
    ] as const
  ).map(
    ([title, description, minutes, notes]): Case => [
      { title, description, minutes, notes, wrong: ['minutes-without-note'] },
    ],
  ),
  [
    {
      title: 'Replaced the switch in the Leeds office',
      description: 'The telephones there work again.',
      minutes: 55,
      wrong: [],
    },
  ],
  [
    {
      title: 'Moved the accounts team',
      description:
        'First unplugged and labelled nine desks (40 min), then set them up on the second floor (80 min).',
      minutes: 120,
      wrong: [],
    },
  ],
  [
    {
      title: 'Set up two laptops',
      description: 'Both starters can work.',
      minutes: 150,
      notes: ['1 h 15 each: image, programs, mail'],
      wrong: [],
    },
  ],
  [
    {
      title: 'Cameras in the yard',
      description: 'All record again.',
      minutes: 60,
      notes: ['Climbed to each of eleven cameras, cleaned, checked the picture'],
      wrong: [],
    },
  ],
  // Another customer's words.
  ...[
    ['Reset the password of Joanna Pike', 'She can sign in again.'],
    ['Restored the archive of Lakeside Clinics', 'The archive can be opened again.'],
    ['Mail of the reception desk', 'Messages to desk@lakeside.example arrive again.'],
    ['New label printer', 'Same model as at Atelier Mirelle; it prints on both rolls.'],
    ['Access for Tomás Rey', 'He can open the price list.'],
    ['Printer for lakeside clinics', 'Prints on both sides.'],
    ['Telephone moved', 'Number of Tomas Rey rings at the new desk.'],
    ['Shared folder', 'Joanna Pike (purchasing) can write in it.'],
    ['Spam filter', 'Let through mail from info@lakeside.example for the board.'],
    ['Fitted a screen at 14 Harbour Road', 'The screen shows the tours.'],
    ['Calendar of ATELIER MIRELLE', 'Shows on the wall again.'],
  ].map(
    ([title = '', description = '']): Case => [
      { title, description, minutes: 30, wrong: ['wrong-customer-words'] },
    ],
  ),
  [
    {
      title: 'Drove to 14 Harbour Road for the door scanner',
      description: 'The door opens with cards again.',
      minutes: 30,
      wrong: ['wrong-customer-words', 'covered-by-contract-not-deducted'],
    },
  ],
  [
    {
      title: 'Painted a label for the lakeside loading bay',
      description: 'Drivers find bay 4.',
      minutes: 30,
      wrong: [],
    },
  ],
  [
    {
      title: 'Joanna in purchasing has a new mouse',
      description: 'The old one had a loose cable.',
      minutes: 15,
      wrong: [],
    },
  ],
  [
    {
      title: 'Screen for the harbour office',
      description: 'The tours are shown there.',
      minutes: 30,
      wrong: [],
    },
  ],
  [
    {
      title: 'Mail for info@northwind.example',
      description: 'It arrives in the shared box again.',
      minutes: 30,
      wrong: [],
    },
  ],
  // Made necessary by ourselves.
  [
    {
      title: 'Warehouse scanners could not sign in',
      description: 'They can again.',
      minutes: 45,
      causedBy: 'CHG-104',
      wrong: ['own-fault'],
    },
  ],
  [
    {
      title: 'Mail from suppliers came late',
      description: 'All of it has arrived.',
      minutes: 30,
      causedBy: 'INC-31',
      wrong: ['own-fault'],
    },
  ],
  ...[
    [
      'Tills offline',
      'After our update of Tuesday the tills lost their server; they have it again.',
    ],
    ['Shared drive missing', 'Our migration had left out one letter; the drive is back.'],
    [
      'Printers on the second floor',
      'They were lost because of our change to the network; they print again.',
    ],
    [
      'Booking screen blank',
      'Caused by a mistake in our release; the screen shows bookings again.',
    ],
    ['Remote access for the drivers', 'Broken by our maintenance on Sunday, works again.'],
    ['Put the old price list back', 'We had imported the wrong one.'],
    ['Telephone queue', 'We forgot to switch the night mode off; calls come in again.'],
    ['Door cards', 'Following our upgrade the cards had to be read in again.'],
    ['Reports empty', 'Due to an error on our side the night job did not run; reports are filled.'],
    ['Scanners at gate 1', 'Our new firewall rules had shut them out (CHG-104); they read again.'],
  ].map(
    ([title = '', description = '']): Case => [
      { title, description, minutes: 45, wrong: ['own-fault'] },
    ],
  ),
  [
    {
      title: 'Card machines without the bank',
      description:
        'After the bank changed its server the tills had to be pointed to it; cards are taken again.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Door cards',
      description: 'Following your move to the new building the cards had to be read in again.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Shared drive slow',
      description: 'It was not our change of Tuesday: a laptop copied films all day. Fast again.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Our technician visited the Leeds office',
      description: 'Replaced two broken cables, the office has network again.',
      minutes: 45,
      wrong: [],
    },
  ],
  [
    {
      title: 'Power cut in Bristol',
      description: 'Everything starts again.',
      minutes: 45,
      causedBy: 'power-cut',
      wrong: [],
    },
  ],
  [
    {
      title: 'Upgraded the screens as ordered',
      description: 'Our upgrade plan was followed and the screens are sharp.',
      minutes: 45,
      notes: note,
      wrong: [],
    },
  ],
];
