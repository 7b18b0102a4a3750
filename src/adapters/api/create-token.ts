import type { Trip } from '../../shared/database.ts';
import { hashToken, newToken } from './token.ts';

export interface TokenWish {
  /** What it is for, for the people who revoke it one day. */
  readonly name: string;
  /** The customers it may write about; none of them = nothing at all. */
  readonly customers: readonly string[];
  readonly mayPublish: boolean;
}

/** Makes a token for the events API and returns it, the only time it can be seen. */
export async function createToken(
  { tx, now, random }: Trip,
  { name, customers, mayPublish }: TokenWish,
): Promise<string> {
  const token = newToken();
  await tx.apiToken.create({
    data: {
      id: random.id(),
      name,
      hash: hashToken(token),
      customers: [...customers],
      mayPublish,
      createdAt: now,
    },
  });
  return token;
}
