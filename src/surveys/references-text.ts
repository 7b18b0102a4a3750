import { internal, type Text, time } from '../delivery/audience.ts';
import type { Reference } from './list-references.ts';

/** Whom others may ask how it went with us; where something speaks against it now, it says so. */
export function referencesTexts(
  references: readonly Reference[],
  heldIds: readonly string[],
): Text<'internal'>[] {
  if (references.length === 0) return [internal`Nobody has said yet that others may ask them.`];
  return references.map(({ personName, customerName, customerId, since }) =>
    heldIds.includes(customerId)
      ? internal`${customerName}: ${personName}, asked ${time(since, 'day')}. Not now: "sales ${customerId}" says why.`
      : internal`${customerName}: ${personName}, asked ${time(since, 'day')}.`,
  );
}
