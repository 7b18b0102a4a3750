import { findPerson } from '../../customers/find-person.ts';
import { localPlatform } from '../../delivery/find-way.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { isBefore } from '../../shared/time.ts';
import { type GivenCommand, type Inbound, inboundSchema, tidyWords } from '../arrival/inbound.ts';

/** A message somebody pointed at, and where they did. */
export interface Pointed {
  readonly about: NonNullable<GivenCommand['about']>;
  readonly where: Inbound['in'];
}

export interface Quoted {
  /** "Priya Raman: the words", or the words alone where nobody knows whose they are. */
  readonly words: string;
  /** The same for the same message, whoever points at it. */
  readonly key: string;
}

/**
 * The words of a message that was pointed at: as the platform gave them, else as they once came in from
 * the same place. Null when they are nowhere to be found.
 */
export async function findQuoted({ tx }: Trip, { about, where }: Pointed): Promise<Quoted | null> {
  if (!where) return null;
  const ref = `${where.platform}:${where.workspace}:${about.ref}`;
  const heard = await findHeard(tx, ref, where);
  const at = heard?.at ?? (about.at ? new Date(about.at) : null);
  if (!(await isOurs(tx, { where, at, ref: about.ref }))) return null;
  const text = tidyWords(about.text ?? heard?.text ?? '');
  if (text === '') return null;
  const author = await findAuthor(tx, about.author ?? heard?.from ?? null);
  const name = author ?? heard?.from.profile?.name ?? '';
  return { words: name === '' ? text : `${name}: ${text}`, key: `message:${ref}` };
}

interface Place {
  readonly where: NonNullable<Inbound['in']>;
  readonly at: Date | null;
  readonly ref: string;
}

/** Words that were said while the place was another customer's stay theirs, our own words too. */
async function isOurs(tx: Tx, { where, at, ref }: Place): Promise<boolean> {
  const { platform, workspace, channel } = where;
  const identity = await tx.placeIdentity.findUnique({
    where: { platform_workspace_channel: { platform, workspace, channel } },
    include: { place: true },
  });
  if (!identity) return true;
  const { ownedSince, placeId, place } = identity;
  if (ownedSince !== null && (at === null || isBefore(at, ownedSince))) return false;
  const own = await tx.message.findFirst({ where: { toPlaceId: placeId, externalRef: ref } });
  return own === null || own.customerId === null || own.customerId === place.customerId;
}

interface Heard {
  readonly at: Date;
  readonly text: string;
  readonly from: Inbound['from'];
}

/** What came in under this reference, if it was said in this very place. */
async function findHeard(
  tx: Tx,
  ref: string,
  where: NonNullable<Inbound['in']>,
): Promise<Heard | null> {
  const row = await tx.inbox.findFirst({ where: { ref }, orderBy: { seq: 'desc' } });
  const parsed = row ? inboundSchema.safeParse(row.payload) : null;
  if (!parsed?.success) return null;
  const { said, from, in: place } = parsed.data;
  const isHere = place?.platform === where.platform && place.channel === where.channel;
  return row && said.kind === 'text' && isHere
    ? { at: row.receivedAt, text: said.text, from }
    : null;
}

async function findAuthor(
  tx: Tx,
  author: Pick<Inbound['from'], 'platform' | 'workspace' | 'user'> | null,
): Promise<string | null> {
  if (!author) return null;
  const { platform, workspace, user } = author;
  if (platform === localPlatform) return (await findPerson(tx, user))?.name ?? null;
  const identity = await tx.personIdentity.findUnique({
    where: { platform_workspace_user: { platform, workspace, user } },
    select: { person: { select: { name: true } } },
  });
  return identity?.person.name ?? null;
}
