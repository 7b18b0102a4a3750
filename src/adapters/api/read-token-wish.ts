import { durationMinutes } from '../../setup/duration.ts';
import { readInstant } from '../../setup/values.ts';
import type { Trip, Tx } from '../../shared/database.ts';
import { minute, plus } from '../../shared/time.ts';
import type { TokenWish } from './create-token.ts';
import { everyCustomer, type Right, rights } from './right.ts';

/** A token as somebody asks for it, in their own words. */
export interface SaidToken {
  readonly name: string;
  readonly customers: readonly string[];
  readonly may: readonly string[];
  readonly mayPublish: boolean;
  /** Like "90d" or "2026-12-31T00:00Z"; null = until it is revoked. */
  readonly expires: string | null;
}

/** One thing to set right, and in which field. */
export interface TokenProblem {
  readonly field: 'name' | 'customer' | 'may' | 'expires';
  readonly text: string;
}

export type ReadToken =
  | { readonly kind: 'wrong'; readonly problems: readonly TokenProblem[] }
  | { readonly kind: 'sound'; readonly wish: TokenWish };

/** What somebody asks for as a token that can be made, or everything that is wrong with it: the same rules wherever it is asked for. */
export async function readTokenWish(
  { tx, now }: Pick<Trip, 'tx' | 'now'>,
  { name, customers, may, mayPublish, expires }: SaidToken,
): Promise<ReadToken> {
  const expiresAt = expires === null ? null : momentOf(expires, now);
  const problems: TokenProblem[] = [
    ...(await customerProblems(tx, customers)),
    ...may
      .filter(right => !isRight(right))
      .map(right => wrong('may', ` ${right}: is no right. Write some of ${rights.join(',')}.`)),
    ...(may.length === 0 ? [wrong('may', `: is empty; write some of ${rights.join(',')}.`)] : []),
    ...(name.trim() === '' ? [wrong('name', ': is empty; write what the token is for.')] : []),
    ...(expires !== null && expiresAt === null
      ? [
          wrong(
            'expires',
            ` ${expires}: is no time to come; write a duration like 90d, or a moment like 2026-12-31T00:00Z.`,
          ),
        ]
      : []),
  ];
  if (problems.length > 0) return { kind: 'wrong', problems };
  const wish = { name: name.trim(), customers, mayPublish, may: may.filter(isRight), expiresAt };
  return { kind: 'sound', wish };
}

function wrong(field: TokenProblem['field'], text: string): TokenProblem {
  return { field, text };
}

function isRight(said: string): said is Right {
  return rights.some(right => right === said);
}

async function customerProblems(tx: Tx, customers: readonly string[]): Promise<TokenProblem[]> {
  if (customers.length === 0) return [wrong('customer', ': is empty; write the id of a customer.')];
  const named = customers.filter(id => id !== everyCustomer);
  const known = await tx.customer.findMany({ where: { id: { in: named } }, select: { id: true } });
  return named
    .filter(id => !known.some(row => row.id === id))
    .map(id =>
      wrong('customer', ` ${id}: there is no such customer. Import it first, or check the id.`),
    );
}

function momentOf(said: string, now: Date): Date | null {
  const minutes = durationMinutes(said);
  const at = minutes === null ? readInstant(said) : plus(now, minutes * minute);
  return at && at > now ? at : null;
}
