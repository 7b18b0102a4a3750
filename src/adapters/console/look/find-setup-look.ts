import { createHash } from 'node:crypto';
import { listKeepers } from '../../../customers/list-keepers.ts';
import { keptBy } from '../../../customers/list-own.ts';
import type { Person } from '../../../customers/person.ts';
import { loadStored, type Stored } from '../../../setup/stored/load-stored.ts';
import { setupText } from '../../../setup/stored/setup-text.ts';
import { withinCustomers } from '../../../setup/stored/within-customers.ts';
import type { Written } from '../../../setup/stored/written.ts';
import type { Trip, Tx } from '../../../shared/database.ts';
import type { SetupPart, SetupWish, SharedPart } from './setup-wish.ts';

/** So many stand on one page; the others are found by their names. */
const most = 50;

/** One part of the setup, as its file would have it. */
export interface SetupSection {
  readonly part: SetupPart;
  /** Of a customer, its name. */
  readonly name: string;
  readonly text: string;
  /** How many entries the part has, and how many of them stand in the text. */
  readonly total: number;
  readonly shown: number;
}

/** The setup, for whoever may change it. */
export interface SetupLook {
  readonly wish: SetupWish;
  /** The part that was asked for; null = the overview. */
  readonly section: SetupSection | null;
  /** Customers whoever looks answers for, those of the letters first by name, and how many there are. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  readonly total: number;
  /** How many entries each shared part has. */
  readonly counts: Readonly<Record<SharedPart, number>>;
  /** They answer for every customer, so that also what all of them share is theirs to change. */
  readonly isWhole: boolean;
}

/** What bringing a setup in would do. */
export interface SetupTried {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly parked: readonly string[];
  readonly values: readonly {
    readonly path: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** What somebody has written into the field, and what came of looking at it. */
export interface SetupWritten {
  readonly text: string;
  /** The part is another by now than it was when they opened it. */
  readonly isOvertaken: boolean;
  readonly problems: readonly string[];
  readonly tried: SetupTried | null;
}

type Reading = Pick<Trip, 'tx'>;

/** Tells what stands in a part from what stood there before; the same for all where nothing stands yet. */
export function printOf(section: SetupSection | null): string {
  const text = section && section.part.kind !== 'new' ? section.text : '';
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** One part of the setup, or an overview of its parts; null where the part is of a customer that somebody else answers for. */
export async function findSetupLook(
  trip: Reading,
  { id: personId }: Pick<Person, 'id'>,
  wish: SetupWish,
): Promise<SetupLook | null> {
  const { tx } = trip;
  const kept = keptBy(personId);
  const { part } = wish;
  const section = part && (await findSection(trip, personId, { ...wish, part }));
  if (part && !section) return null;
  const where = section ? kept : { AND: [kept, calledLike(wish.letters)] };
  const keeperIds = await listKeepers(tx, 'all');
  return {
    wish,
    section,
    customers: section
      ? []
      : await tx.customer.findMany({
          where,
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          take: most,
          select: { id: true, name: true },
        }),
    total: await tx.customer.count({ where }),
    counts: {
      organisation: 1,
      people: await tx.person.count({ where: { customerId: null } }),
      schedules: await tx.schedule.count(),
      escalations: await tx.escalationPolicy.count(),
      hooks: await tx.hook.count(),
      webhooks: await tx.webhook.count(),
    },
    isWhole: keeperIds.every(id => id === personId),
  };
}

function calledLike(letters: string) {
  const has = { contains: letters, mode: 'insensitive' as const };
  return { OR: [{ name: has }, { id: has }] };
}

interface SectionWish extends SetupWish {
  readonly part: SetupPart;
}

async function findSection(
  { tx }: Reading,
  personId: string,
  { part, letters }: SectionWish,
): Promise<SetupSection | null> {
  switch (part.kind) {
    case 'customer': {
      const { customerId } = part;
      const customer = await tx.customer.findFirst({
        where: { AND: [{ id: customerId }, keptBy(personId)] },
        select: { name: true },
      });
      if (!customer) return null;
      const { customers, people } = await loadStored(tx, [customerId]);
      const theirs = people.filter(one => one.customer === customerId);
      const text = setupText({ customers, people: theirs });
      return { part, name: customer.name, text, total: 1, shown: 1 };
    }
    case 'shared':
      return sharedSection(
        await withoutOthers(tx, personId, await loadStored(tx, [])),
        part,
        letters,
      );
    case 'new': {
      const policy = await tx.escalationPolicy.findFirst({ orderBy: { id: 'asc' } });
      const text = setupText(newCustomer(personId, policy?.id ?? 'default'));
      return { part, name: '', text, total: 0, shown: 0 };
    }
  }
}

/** Hooks and webhooks of customers that somebody else answers for are theirs to read. */
async function withoutOthers(tx: Tx, personId: string, stored: Stored): Promise<Stored> {
  if (stored.hooks.length + stored.webhooks.length === 0) return stored;
  const rows = await tx.customer.findMany({ where: keptBy(personId), select: { id: true } });
  const ids = rows.map(({ id }) => id);
  const hooks = withinCustomers('hooks', stored.hooks, ids);
  return { ...stored, hooks, webhooks: withinCustomers('webhooks', stored.webhooks, ids) };
}

function sharedSection(
  stored: Stored,
  part: SetupPart & { readonly kind: 'shared' },
  letters: string,
): SetupSection {
  if (part.name === 'organisation') {
    const text = setupText({ organisation: stored.organisation });
    return { part, name: '', text, total: 1, shown: 1 };
  }
  const all = stored[part.name].filter(entry => isCalledLike(entry, letters));
  const some = all.slice(0, most);
  const text = setupText({ [part.name]: some });
  return { part, name: '', text, total: all.length, shown: some.length };
}

function isCalledLike({ id, name }: Written, letters: string): boolean {
  const sought = letters.toLowerCase();
  return [id, name].some(one => typeof one === 'string' && one.toLowerCase().includes(sought));
}

/** What somebody writes who has a customer more: each name in it is to be replaced. */
function newCustomer(advocate: string, escalation: string) {
  return {
    customers: [
      {
        id: 'new-customer',
        name: 'New customer',
        timeZone: 'Europe/London',
        people: { leader: 'new-lead', advocate },
        escalation,
      },
    ],
    people: [{ id: 'new-lead', name: 'Their name', side: 'customer', customer: 'new-customer' }],
  };
}
