import type { Trip } from '../shared/database.ts';
import { recordEvent } from './record-event.ts';

export type Published =
  | { readonly outcome: 'published'; readonly eventId: string; readonly text: string }
  | { readonly outcome: 'already' | 'not-found' };

/** Makes a shared copy of an internal note; the note itself stays as it was written. Twice does nothing. */
export async function publishNote(
  trip: Trip,
  noteId: string,
  authorId: string,
): Promise<Published> {
  // Two may share it at the same moment: the second waits here and finds it shared.
  await trip.tx.$queryRaw`SELECT id FROM event WHERE id = ${noteId} FOR UPDATE`;
  const note = await trip.tx.event.findUnique({ where: { id: noteId } });
  if (!note) return { outcome: 'not-found' };
  if (note.publishedAs || note.visibility === 'shared') return { outcome: 'already' };
  const eventId = await recordEvent(trip, {
    customerId: note.customerId,
    transitionId: note.transitionId,
    kind: 'note',
    visibility: 'shared',
    text: note.text,
    authorId,
  });
  await trip.tx.event.update({ where: { id: noteId }, data: { publishedAs: eventId } });
  return { outcome: 'published', eventId, text: note.text };
}
