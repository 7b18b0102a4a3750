import type { Database } from '../../shared/database.ts';
import { fulfilled, gather } from '../../shared/gathering.ts';
import type { RowStatement } from '../../shared/statement.ts';

/** The most that one statement is done for. */
const mostInOne = 100;

/** Few of each statement go on at once, so that what comes meanwhile goes together. */
const atOnce = 2;

type Numbered = { readonly n: number };

/** What is asked of one statement while it is underway for others waits, and goes together as the next. */
export function createWriteEach(write: Database['write']): Database['writeEach'] {
  const known = new Map<string, (asked: object) => Promise<Numbered[]>>();

  function gathered(statement: RowStatement<Numbered>): (asked: object) => Promise<Numbered[]> {
    const many = async (all: readonly object[]) => {
      const rows = await write(statement, [JSON.stringify(all.map((each, n) => ({ ...each, n })))]);
      return all.map((_, n) => rows.filter(row => row.n === n));
    };
    return gather({
      most: mostInOne,
      atOnce,
      many: async all => fulfilled(await many(all)),
      one: async asked => (await many([asked]))[0] ?? [],
    });
  }

  return <Row extends Numbered>(statement: RowStatement<Row>, asked: object) => {
    const { name } = statement;
    const ask = known.get(name) ?? gathered(statement);
    known.set(name, ask);
    return ask(asked) as Promise<Row[]>;
  };
}
