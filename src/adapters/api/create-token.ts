import type { Trip } from '../../shared/database.ts';
import { type Right, usualRights } from './right.ts';
import { hashToken, newToken } from './token.ts';

export interface TokenWish {
  /** What it is for, for the people who revoke it one day. */
  readonly name: string;
  /** The customers it reaches; none of them = nothing at all, "*" = every one. */
  readonly customers: readonly string[];
  readonly mayPublish: boolean;
  /** Events and reading when left out. */
  readonly may?: readonly Right[];
  /** Left out, it is good until it is revoked. */
  readonly expiresAt?: Date | null;
  /** Who makes it; left out, it is made at the machine itself. */
  readonly byId?: string | null;
}

/** Makes a token and returns it, the only time it can be seen. Who made it is written down. */
export async function createToken(
  { tx, now, random }: Trip,
  { name, customers, mayPublish, may = usualRights, expiresAt = null, byId = null }: TokenWish,
): Promise<string> {
  const token = newToken();
  await tx.apiToken.create({
    data: {
      id: random.id(),
      name,
      hash: hashToken(token),
      customers: [...customers],
      mayPublish,
      may: [...may],
      createdAt: now,
      expiresAt,
    },
  });
  await tx.audit.create({
    data: {
      id: random.id(),
      at: now,
      actorId: byId,
      action: 'token.create',
      subject: name,
      after: { customers: [...customers], may: [...may], mayPublish, expiresAt },
    },
  });
  return token;
}
