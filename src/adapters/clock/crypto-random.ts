import { randomInt } from 'node:crypto';
import type { Random } from '../../shared/random.ts';
import { idFrom } from './id.ts';

/** Real chance: identifiers nobody can guess. */
export function createCryptoRandom(): Random {
  return {
    id: () => idFrom(length => randomInt(length)),
    fraction: () => randomInt(2 ** 47) / 2 ** 47,
  };
}
