import type { Trip } from '../../shared/database.ts';

/** What became of ending a token. */
export interface Revoked {
  readonly outcome: 'revoked' | 'already';
  readonly name: string;
}

/** Ends a token at once, and writes down who said so (null = at the machine itself); null when there is no such token. */
export async function revokeToken(
  { tx, now, random }: Pick<Trip, 'tx' | 'now' | 'random'>,
  { id, byId }: { readonly id: string; readonly byId: string | null },
): Promise<Revoked | null> {
  const token = await tx.apiToken.findUnique({ where: { id } });
  if (!token) return null;
  const { name } = token;
  if (token.revokedAt) return { outcome: 'already', name };
  await tx.apiToken.update({ where: { id }, data: { revokedAt: now } });
  await tx.audit.create({
    data: { id: random.id(), at: now, actorId: byId, action: 'token.revoke', subject: name },
  });
  return { outcome: 'revoked', name };
}
