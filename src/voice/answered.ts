import type { Saying } from './saying.ts';

/** Those of one customer who are told together: in their place by name, or one of them alone. */
export interface Listeners {
  readonly customerId: string;
  /** Told alone, because they said it alone; null = where their colleagues read it. */
  readonly personId: string | null;
  /** Named in the message. */
  readonly personIds: readonly string[];
  readonly sayings: readonly Saying[];
}

/**
 * Who hears what came of it: whoever said it where their colleagues read it hears it there, by name; whoever said it to us
 * alone hears it alone, and nobody else learns that they did. Each customer by itself. Who said both hears it in the open.
 */
export function listenersOf(sayings: readonly Saying[]): Listeners[] {
  const heard = sayings.filter(({ kind }) => kind !== 'request');
  return [...new Set(heard.map(({ customerId }) => customerId))].flatMap(customerId => {
    const theirs = heard.filter(one => one.customerId === customerId);
    const open = theirs.filter(({ isOpen }) => isOpen);
    const openIds = idsOf(open);
    const alone = idsOf(theirs).filter(id => !openIds.includes(id));
    const together = { customerId, personId: null, personIds: openIds, sayings: open };
    return [
      ...(open.length > 0 ? [together] : []),
      ...alone.map(personId => ({
        customerId,
        personId,
        personIds: [personId],
        sayings: theirs.filter(one => one.personId === personId),
      })),
    ];
  });
}

function idsOf(sayings: readonly Saying[]): string[] {
  return [...new Set(sayings.map(({ personId }) => personId).filter(id => id !== null))];
}
