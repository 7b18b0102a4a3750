/** What a token may be allowed to do. Publishing is apart: it says who may read what the token writes. */
export const rights = [
  'events',
  'read',
  'milestones',
  'pages',
  'requests',
  'cadence',
  'setup',
] as const;
export type Right = (typeof rights)[number];

/** What a token may do when nobody said. */
export const usualRights: readonly Right[] = ['events', 'read'];

/** Every customer, and what all of them share. */
export const everyCustomer = '*';
