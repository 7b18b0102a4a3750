import { listKeepers } from '../../../customers/list-keepers.ts';
import { listOwn } from '../../../customers/list-own.ts';
import { type DeskName, mayDo } from '../../../customers/permission.ts';
import type { Person } from '../../../customers/person.ts';
import type { Trip } from '../../../shared/database.ts';
import { listWebhooks, type WebhookStanding } from '../../../webhooks/list-webhooks.ts';
import { everyCustomer } from '../../api/right.ts';

/** A token of another system, without its secret. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly customers: readonly string[];
  readonly may: readonly string[];
  readonly mayPublish: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** Whoever looks may end it. */
  readonly isTheirs: boolean;
}

/** A system that is told, and whether whoever looks may have it told again. */
export interface ToldSystem extends WebhookStanding {
  readonly isTheirs: boolean;
}

/** Other systems: which may come in, and which are told. */
export interface SystemsLook {
  readonly tokens: readonly Token[];
  readonly webhooks: readonly ToldSystem[];
  /** Whoever looks may let one in. */
  readonly mayLetIn: boolean;
}

const most = 100;
const about = { customerId: '', managerId: null, placeCustomerId: null };

/** Which other systems may come in, when they last did, and which are told what happens. */
export async function loadSystems(trip: Trip, person: Person): Promise<SystemsLook> {
  const { tx, now } = trip;
  const tokens = await tx.apiToken.findMany({
    where: { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: { createdAt: 'asc' },
    take: most,
  });
  const told: ToldSystem[] = [];
  for (const webhook of await listWebhooks(tx))
    told.push({ ...webhook, isTheirs: await isTheirs(trip, person, ['replay', toldOf(webhook)]) });
  const shown: Token[] = [];
  for (const token of tokens)
    shown.push({ ...token, isTheirs: await isTheirs(trip, person, ['token', token.customers]) });
  const own = await listOwn(tx, person.id);
  return { tokens: shown, webhooks: told, mayLetIn: mayDo('token', person, { ...about, ...own }) };
}

/** Of whom a webhook tells, as a token says it. */
export function toldOf({ customers }: Pick<WebhookStanding, 'customers'>): readonly string[] {
  return customers.length === 0 ? [everyCustomer] : customers;
}

/** Does this person answer for every customer that a token or a webhook reaches? */
export async function isTheirs(
  { tx }: Pick<Trip, 'tx'>,
  person: Person,
  [doing, customers]: readonly [DeskName, readonly string[]],
): Promise<boolean> {
  const keeperIds = await listKeepers(tx, customers.includes(everyCustomer) ? 'all' : customers);
  return mayDo(doing, person, { ...about, keeperIds });
}
