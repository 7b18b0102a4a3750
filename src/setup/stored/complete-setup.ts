import type { Tx } from '../../shared/database.ts';
import type { ReadDocument } from '../read-document.ts';
import { type Setup, setupFrom } from '../setup.ts';
import { loadStored } from './load-stored.ts';
import { mentionedCustomers, withTheRest } from './rest.ts';

/**
 * A setup out of a text that says only a part of it: what the text leaves out stands there as the store has it, so that
 * names lead somewhere. Throws BadInputError as reading a whole file does, with the lines of the text.
 */
export async function completeSetup(tx: Tx, { value, source }: ReadDocument): Promise<Setup> {
  const stored = await loadStored(tx, mentionedCustomers(value));
  return setupFrom(withTheRest(value, stored), source);
}
