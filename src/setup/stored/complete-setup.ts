import type { Tx } from '../../shared/database.ts';
import type { ReadDocument } from '../read-document.ts';
import { type Setup, setupFrom } from '../setup.ts';
import { loadStored } from './load-stored.ts';
import { mentionedCustomers, onlySaid, withTheRest } from './rest.ts';

/**
 * The setup that a text says, which may be a part of it: what the text leaves out is looked up in the store, so that names
 * lead somewhere, and is no part of what is brought in. Throws BadInputError as reading a whole file does, with the lines of the text.
 */
export async function completeSetup(tx: Tx, { value, source }: ReadDocument): Promise<Setup> {
  const stored = await loadStored(tx, mentionedCustomers(value));
  return onlySaid(setupFrom(withTheRest(value, stored), source), value);
}
