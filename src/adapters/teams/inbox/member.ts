import { z } from 'zod';

/** Somebody who reads a conversation, as Teams' roster has them. */
export interface Member {
  readonly name: string;
  /** Entra object id in the tenant below; null for whoever has none. */
  readonly user: string | null;
  /** Their own tenant; for a guest, the tenant they are a guest in. Null when the roster does not say. */
  readonly tenant: string | null;
  readonly isGuest: boolean;
  /** The domain of a guest's own address: which company they most likely come from. */
  readonly domain: string | null;
}

const text = z.string().nullish();

const account = z.object({
  name: text,
  aadObjectId: text,
  objectId: text,
  tenantId: text,
  userRole: text,
  email: text,
  userPrincipalName: text,
});

/** One entry of the roster, or null for what is none. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
export function memberFrom(value: unknown): Member | null {
  const parsed = account.safeParse(value);
  if (!parsed.success) return null;
  const { name, aadObjectId, objectId, tenantId, userRole, email, userPrincipalName } = parsed.data;
  const isMarked = (userPrincipalName ?? '').toUpperCase().includes('#EXT#');
  return {
    name: name ?? '',
    user: (aadObjectId || objectId || null)?.toLowerCase() ?? null,
    tenant: tenantId?.toLowerCase() || null,
    isGuest: isMarked || ['guest', 'anonymous'].includes((userRole ?? '').toLowerCase()),
    domain: domainOf(email ?? ''),
  };
}

/** The members of one page of the roster; null when it cannot be read whole. */
export function pageFrom(
  value: unknown,
): { members: readonly Member[]; next: string | null } | null {
  const page = z
    .object({ members: z.array(z.unknown()), continuationToken: text })
    .safeParse(value);
  if (!page.success) return null;
  const members = page.data.members.map(memberFrom);
  const known = members.filter(member => member !== null);
  if (known.length < members.length) return null;
  return { members: known, next: page.data.continuationToken || null };
}

function domainOf(email: string): string | null {
  return /^[^@\s]+@([\w.-]+\.[a-z]{2,})$/i.exec(email)?.[1]?.toLowerCase() ?? null;
}

/**
 * The companies outside `host` that read a conversation: other tenants by their id, guests by the domain they
 * come from, since the roster lists a guest under the tenant they visit.
 */
export function outsideOf(members: readonly Member[], host: string): string[] {
  const outside = members.flatMap(({ isGuest, tenant, domain }) => {
    if (tenant !== null && tenant !== host.toLowerCase()) return [tenant];
    if (isGuest) return [`guests:${domain ?? 'unknown'}`];
    return [];
  });
  return [...new Set(outside)].sort();
}
