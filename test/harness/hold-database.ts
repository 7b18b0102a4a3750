import { createCryptoRandom } from '../../src/adapters/clock/crypto-random.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { lockDirectory } from '../../src/adapters/database/lock-directory.ts';
import { openDatabase } from '../../src/adapters/database/open-database.ts';
import { messageOf } from '../../src/shared/errors.ts';

/**
 * A process that holds a data directory until its standard input ends: `open DIRECTORY` with the
 * database in it, `lock DIRECTORY` only the lock. Prints one line: "held", or why not.
 */
const [what, directory = ''] = process.argv.slice(2);

async function hold(): Promise<() => Promise<void>> {
  if (what === 'lock') return lockDirectory(directory);
  const sources = { clock: systemClock, random: createCryptoRandom() };
  const database = await openDatabase({ kind: 'directory', path: directory }, sources);
  return () => database.close();
}

hold().then(
  release => {
    process.stdout.write('held\n');
    process.stdin.resume().once('end', () => release().then(() => process.exit(0)));
  },
  error => {
    process.stdout.write(`${messageOf(error)}\n`);
    process.exit(1);
  },
);
