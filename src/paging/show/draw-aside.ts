import type { Trip } from '../../shared/database.ts';

/** Draws something a page can live without and returns it; what fails is undone and written down (null), and the page goes on. */
export async function drawAside<T>(
  trip: Trip,
  pageId: string,
  draw: () => Promise<T>,
): Promise<T | null> {
  const drawn = await trip.aside(draw);
  if ('value' in drawn) return drawn.value;
  await noteFailure(trip, pageId, drawn.failure);
  return null;
}

async function noteFailure(
  { tx, now, random }: Trip,
  pageId: string,
  reason: string,
): Promise<void> {
  const page = await tx.page.findUniqueOrThrow({ where: { id: pageId } });
  await tx.event.create({
    data: {
      id: random.id(),
      customerId: page.customerId,
      transitionId: page.transitionId,
      kind: 'note',
      visibility: 'internal',
      at: now,
      recordedAt: now,
      text: `The page goes on, but its cards could not be brought up to date: ${reason.slice(0, 300)}`,
    },
  });
}
