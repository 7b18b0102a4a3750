import type { Database, Trip } from '../../shared/database.ts';
import { InvariantError } from '../../shared/errors.ts';
import { gather } from '../../shared/gathering.ts';
import { type Begun, carryOut, type TripParts, versionIn } from './carry-out.ts';
import { type Run, type Store, UnknownEndError } from './store.ts';

/** The most that share a transaction: when one fails, each is done again by itself. */
const mostTogether = 32;

/** Few go on at once, so that what comes meanwhile comes together: one asks while the server answers the other. */
const atOnce = 2;

interface Together extends TripParts {
  readonly beside: NonNullable<Store['together']>;
  /** Surrounds the work as that of a trip. */
  readonly asTrip: <T>(work: () => Promise<T>) => Promise<T>;
  readonly alone: Database['trip'];
}

interface Member {
  readonly key: string;
  readonly work: (trip: Trip) => Promise<unknown>;
}

/**
 * Trips that come while others are underway share the next transaction: one wait for the disk, and one write for what
 * all of them ask at the same moment. Each is tried without savepoints first, as nearly all of them need none.
 */
export function createTogether(parts: Together): Database['together'] {
  const many = (members: readonly Member[]) =>
    doTogether(parts, members).catch(error => allUnknown(members, error));
  const one = async (member: Member) => {
    const [ended] = await many([member]).catch(() => []);
    if (!ended) return parts.alone(member.work);
    if (ended.status === 'rejected') throw ended.reason;
    return ended.value;
  };
  const go = gather<Member, unknown>({
    most: mostTogether,
    atOnce,
    keyOf: ({ key }) => key,
    many,
    one,
  });
  return <T>(key: string, work: (trip: Trip) => Promise<T>) => go({ key, work }) as Promise<T>;
}

type Outcome = PromiseSettledResult<unknown>;

/** What may have been kept is not done again. */
function allUnknown(members: readonly Member[], error: unknown): Outcome[] {
  if (error instanceof UnknownEndError)
    return members.map(() => ({ status: 'rejected', reason: error }));
  throw error;
}

/** Throws when nothing of it was kept; whatever the reason, it meets the one whose it is again, alone. */
function doTogether(parts: Together, members: readonly Member[]): Promise<Outcome[]> {
  return parts.beside(async run => {
    let asked: Promise<string> | null = null;
    const version = () => {
      asked ??= versionIn(run);
      return asked;
    };
    const begun = { ...parts, run, version };
    // In one order, so that two groups that want the same rows never wait for each other in a ring.
    const order = members.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const going = new Map(order.map(member => [member, outcomeOf(begun, member)]));
    // All end before the transaction does, also where one of them makes it worthless.
    await Promise.allSettled(going.values());
    return Promise.all(members.map(member => going.get(member) as Promise<Outcome>));
  });
}

/** Only what changes or locks rows leaves something to be undone. */
const changing = /\b(?:INSERT|UPDATE|DELETE)\b/;

/** What came of one of them; throws when the group cannot be kept because of it. */
async function outcomeOf(
  begun: Pick<Together, 'asTrip'> & Omit<Begun, 'aside'>,
  { work }: Member,
): Promise<Outcome> {
  let hasWritten = false;
  let isSpoilt = false;
  const run: Run = async (name, sql, values) => {
    hasWritten ||= changing.test(sql);
    try {
      return await begun.run(name, sql, values);
    } catch (error) {
      isSpoilt = true;
      throw error;
    }
  };
  const onPrisma = () => {
    hasWritten = true;
  };
  // There is no savepoint of one's own among statements that go out beside others'.
  const aside: Trip['aside'] = async each => {
    try {
      return { value: await each() };
    } catch (error) {
      isSpoilt = true;
      throw error;
    }
  };
  try {
    const trip = { ...begun, run, aside, onPrisma };
    const value = await begun.asTrip(() => carryOut(trip, work));
    if (isSpoilt) throw new InvariantError('What failed was passed over.');
    return { status: 'fulfilled', value };
  } catch (error) {
    if (isSpoilt || hasWritten) throw error;
    return { status: 'rejected', reason: error };
  }
}
