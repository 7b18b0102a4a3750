import type { Command } from 'commander';
import { createToken } from '../../adapters/api/create-token.ts';
import { everyCustomer, type Right, rights, usualRights } from '../../adapters/api/right.ts';
import { durationMinutes } from '../../setup/duration.ts';
import { readInstant } from '../../setup/values.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError, NotFoundError } from '../../shared/errors.ts';
import { minute, plus } from '../../shared/time.ts';
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
  const customers = partsOf(wish.customer);
  const may = partsOf([wish.may]);
  const problems = [
    ...(await customerProblems(database, customers)),
    ...may
      .filter(right => !isRight(right))
      .map(right => `--may ${right}: is no right. Write some of ${rights.join(',')}.`),
    ...(wish.name.trim() === '' ? ['--name: is empty; write what the token is for.'] : []),
  ];
  if (problems.length > 0) throw new BadInputError(problems);
  const wanted = { name: wish.name.trim(), customers, mayPublish: wish.publish ?? false };
  const token = await database.trip(trip =>
    createToken(trip, {
      ...wanted,
      may: may.filter(isRight),
      expiresAt: expiryOf(wish.expires, trip.now),
    }),
  );
  // The secret alone on standard output, so that a script can take it from there.
  await io.out(`${token}\n`);
  const reach = wanted.mayPublish ? 'internal and shared facts' : 'internal facts';
  const whom = customers.includes(everyCustomer) ? 'every customer' : customers.join(', ');
  io.err(`May ${may.join(', ')}; ${reach} about ${whom}. This is the only time it is shown.\n`);
}

/** Some ids as an option gives them: repeated, or in one word with commas. */
function partsOf(said: readonly string[]): string[] {
  return [...new Set(said.flatMap(ids => ids.split(',')).map(id => id.trim()))].filter(
    id => id !== '',
  );
}

function isRight(said: string): said is Right {
  return rights.some(right => right === said);
}

async function customerProblems(
  database: Database,
  customers: readonly string[],
): Promise<string[]> {
  if (customers.length === 0) return ['--customer: is empty; write the id of a customer.'];
  const named = customers.filter(id => id !== everyCustomer);
  const known = await database.client.customer.findMany({ where: { id: { in: named } } });
  return named
    .filter(id => !known.some(row => row.id === id))
    .map(id => `--customer ${id}: there is no such customer. Import it first, or check the id.`);
}

function expiryOf(said: string | undefined, now: Date): Date | null {
  if (said === undefined) return null;
  const minutes = durationMinutes(said);
  const at = minutes === null ? readInstant(said) : plus(now, minutes * minute);
  if (at && at > now) return at;
  throw new BadInputError([
    `--expires ${said}: is no time to come; write a duration like 90d, or a moment like 2026-12-31T00:00Z.`,
  ]);
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
  const outcome = await database.trip(async ({ tx, now }) => {
    const token = await tx.apiToken.findUnique({ where: { id } });
    if (!token)
      throw new NotFoundError(`There is no token "${id}". "handrail token list" shows all.`);
    if (token.revokedAt) return `The token "${token.name}" was already revoked.`;
    await tx.apiToken.update({ where: { id }, data: { revokedAt: now } });
    return `The token "${token.name}" is revoked.`;
  });
  await io.out(`${outcome}\n`);
}
