import { messageMoves } from '../../src/delivery/message-state.ts';
import { pageMoves } from '../../src/paging/page/page-state.ts';
import type { Database } from '../../src/shared/database.ts';

/** Every database of the tests refuses what the tables of moves do not list, whoever tries it. */
export async function allowOnlyPossibleMoves(client: Database['client']): Promise<void> {
  for (const [table, moves] of [
    ['message', messageMoves],
    ['page', pageMoves],
  ] as const)
    for (const sql of triggerOn(table, moves)) await client.$executeRawUnsafe(sql);
}

function triggerOn(table: string, moves: Readonly<Record<string, readonly string[]>>): string[] {
  const allowed = Object.entries(moves)
    .flatMap(([from, all]) => all.map(to => `('${from}', '${to}')`))
    .join(', ');
  return [
    `CREATE FUNCTION refuse_${table}_move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF (OLD.state::text, NEW.state::text) NOT IN (${allowed}) THEN
         RAISE 'A ${table} never goes from % to %.', OLD.state, NEW.state; END IF;
       RETURN NEW; END $$`,
    `CREATE TRIGGER refuse_move BEFORE UPDATE OF state ON ${table} FOR EACH ROW
       WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_${table}_move()`,
  ];
}
