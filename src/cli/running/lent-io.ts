import type { SaidLine, SentCommand } from '../../adapters/api/command-door.ts';
import type { Database } from '../../shared/database.ts';
import { NotFoundError } from '../../shared/errors.ts';
import type { Io } from '../io.ts';

interface Lending {
  readonly database: Database;
  readonly env: Io['env'];
  readonly directory: string;
  say(line: SaidLine): void;
}

/** The outside of a command that was typed beside us: its files came along, and what it says goes back. */
export function createLentIo({ files }: SentCommand, lending: Lending): Io {
  const { database, env, directory, say } = lending;
  const sent = new Map(Object.entries(files));
  return {
    env,
    directory,
    database,
    input: none(),
    out: async text => say({ out: text }),
    err: text => say({ err: text }),
    readFile(file) {
      const data = sent.get(file);
      if (data === undefined) throw new NotFoundError(`${file} was not sent along.`);
      return Buffer.from(data, 'base64');
    },
    writeFile: (file, data) => say({ file, data: Buffer.from(data).toString('base64') }),
    isWatched: false,
    stopped: async () => {},
  };
}

async function* none(): AsyncGenerator<string> {}
