import type { Command } from 'commander';
import { createToken } from '../../adapters/api/create-token.ts';
import { readTokenWish } from '../../adapters/api/read-token-wish.ts';
import { revokeToken } from '../../adapters/api/revoke-token.ts';
import { everyCustomer, rights, usualRights } from '../../adapters/api/right.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError, NotFoundError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

/** `handrail token …`: bearer tokens for other systems. */
export function addToken(program: Command, run: Run): void {
  const token = program
    .command('token')
    .description('tokens with which other systems read and write by HTTP');
  token
    .command('create')
    .description('make a token and show it, this once')
    .requiredOption('--name <name>', 'what it is for, like "ticket system"')
    .requiredOption(
      '--customer <id...>',
      `the customers it reaches; '${everyCustomer}' = every one`,
    )
    .option('--publish', 'what it writes may be shared with the customer too')
    .option('--may <rights>', `what it may do, of ${rights.join(',')}`, usualRights.join(','))
    .option('--expires <when>', 'until when it is good, like 90d or 2026-12-31T00:00Z')
    .action((wish: Wish) => withDatabase(run, database => create(run, database, wish)));
  token
    .command('list')
    .description('show every token, without its secret')
    .action(() => withDatabase(run, database => list(run, database)));
  token
    .command('revoke')
    .description('end a token at once')
    .argument('<id>', 'the id that "token list" shows')
    .action((id: string) => withDatabase(run, database => revoke(run, database, id)));
}

interface Wish {
  readonly name: string;
  readonly customer: readonly string[];
  readonly publish?: true;
  readonly may: string;
  readonly expires?: string;
}

async function create(run: Run, database: Database, wish: Wish): Promise<void> {
  const { io } = run;
  const said = {
    name: wish.name,
    customers: partsOf(wish.customer),
    may: partsOf([wish.may]),
    mayPublish: wish.publish ?? false,
    expires: wish.expires ?? null,
  };
  const token = await database.trip(async trip => {
    const read = await readTokenWish(trip, said);
    if (read.kind === 'sound') return createToken(trip, read.wish);
    throw new BadInputError(read.problems.map(({ field, text }) => `--${field}${text}`));
  });
  // The secret alone on standard output, so that a script can take it from there.
  await io.out(`${token}\n`);
  const { customers, may, mayPublish } = said;
  const reach = mayPublish ? 'internal and shared facts' : 'internal facts';
  const whom = customers.includes(everyCustomer) ? 'every customer' : customers.join(', ');
  io.err(`May ${may.join(', ')}; ${reach} about ${whom}. This is the only time it is shown.\n`);
}

/** Some ids as an option gives them: repeated, or in one word with commas. */
function partsOf(said: readonly string[]): string[] {
  return [...new Set(said.flatMap(ids => ids.split(',')).map(id => id.trim()))].filter(
    id => id !== '',
  );
}

async function list({ io }: Run, database: Database): Promise<void> {
  const tokens = await database.client.apiToken.findMany({ orderBy: { createdAt: 'asc' } });
  if (tokens.length === 0) {
    await io.out('There is no token yet. "handrail token create" makes one.\n');
    return;
  }
  const now = await database.trip(async trip => trip.now);
  await io.out(`${tokens.map(token => lineOf(token, now)).join('\n')}\n`);
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly customers: readonly string[];
  readonly mayPublish: boolean;
  readonly may: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

function lineOf(token: Token, now: Date): string {
  const { id, name, customers, mayPublish, may, createdAt, lastUsedAt } = token;
  const reach = mayPublish ? 'internal and shared' : 'internal';
  const used = lastUsedAt ? `used ${day(lastUsedAt)}` : 'never used';
  return [
    id,
    day(createdAt),
    stateOf(token, now).padEnd(18),
    used.padEnd(15),
    reach.padEnd(19),
    may.join(','),
    customers.join(', '),
    name,
  ].join('  ');
}

function stateOf({ revokedAt, expiresAt }: Token, now: Date): string {
  if (revokedAt) return `revoked ${day(revokedAt)}`;
  if (!expiresAt) return 'in use';
  return expiresAt <= now ? `ended ${day(expiresAt)}` : `until ${day(expiresAt)}`;
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

async function revoke({ io }: Run, database: Database, id: string): Promise<void> {
  const revoked = await database.trip(trip => revokeToken(trip, { id, byId: null }));
  if (!revoked)
    throw new NotFoundError(`There is no token "${id}". "handrail token list" shows all.`);
  const { name, outcome } = revoked;
  const words = outcome === 'already' ? 'was already revoked' : 'is revoked';
  await io.out(`The token "${name}" ${words}.\n`);
}
