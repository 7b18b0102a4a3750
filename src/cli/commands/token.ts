import type { Command } from 'commander';
import { createToken } from '../../adapters/api/create-token.ts';
import type { Database } from '../../shared/database.ts';
import { BadInputError, NotFoundError } from '../../shared/errors.ts';
import type { Run } from '../io.ts';
import { withDatabase } from '../with-database.ts';

/** `handrail token …`: bearer tokens for the events API. */
export function addToken(program: Command, run: Run): void {
  const token = program
    .command('token')
    .description('tokens with which other systems add events by HTTP');
  token
    .command('create')
    .description('make a token and show it, this once')
    .requiredOption('--name <name>', 'what it is for, like "ticket system"')
    .requiredOption('--customer <id...>', 'the customers it may write about')
    .option('--publish', 'it may write shared facts too, which customers read')
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
}

async function create(
  { io }: Run,
  database: Database,
  { name, customer, publish }: Wish,
): Promise<void> {
  const customers = [...new Set(customer.flatMap(ids => ids.split(',')).filter(id => id !== ''))];
  const known = await database.client.customer.findMany({ where: { id: { in: customers } } });
  const missing = customers.filter(id => !known.some(row => row.id === id));
  const problems = missing.map(
    id => `--customer ${id}: there is no such customer. Import it first, or check the id.`,
  );
  if (name.trim() === '') problems.push('--name: is empty; write what the token is for.');
  if (customers.length === 0) problems.push('--customer: is empty; write the id of a customer.');
  if (problems.length > 0) throw new BadInputError(problems);
  const token = await database.trip(trip =>
    createToken(trip, { name: name.trim(), customers, mayPublish: publish ?? false }),
  );
  // The secret alone on standard output, so that a script can take it from there.
  await io.out(`${token}\n`);
  const reach = publish ? 'internal and shared facts' : 'internal facts';
  io.err(`May write ${reach} about ${customers.join(', ')}. This is the only time it is shown.\n`);
}

async function list({ io }: Run, database: Database): Promise<void> {
  const tokens = await database.client.apiToken.findMany({ orderBy: { createdAt: 'asc' } });
  if (tokens.length === 0) {
    await io.out('There is no token yet. "handrail token create" makes one.\n');
    return;
  }
  const lines = tokens.map(({ id, name, customers, mayPublish, createdAt, revokedAt }) => {
    const state = revokedAt ? `revoked ${day(revokedAt)}` : 'in use';
    const rights = mayPublish ? 'internal and shared' : 'internal';
    return `${id}  ${day(createdAt)}  ${state.padEnd(18)}  ${rights.padEnd(19)}  ${customers.join(', ')}  ${name}`;
  });
  await io.out(`${lines.join('\n')}\n`);
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
