import { previewCadence } from '../../check-ins/changes/preview-cadence.ts';
import { internal, type Text, time } from '../../delivery/audience.ts';
import type { Trip } from '../../shared/database.ts';
import type { PendingCadence } from './pending-change.ts';

export interface Previewed {
  readonly transitionId: string;
  readonly change: PendingCadence['change'];
}

/** What a change would do to one transition, in a line: the next five check-ins. */
export async function previewLine(
  trip: Pick<Trip, 'tx' | 'now'>,
  { transitionId, change }: Previewed,
): Promise<Text<'internal'>> {
  const { customerName, dates, words } = await previewCadence(trip, transitionId, change);
  const [first, ...others] = dates.map(date => internal`${time(date)}`);
  if (!first) return internal`${customerName}: ${words}. No check-in would come by itself.`;
  const listed = others.reduce((all, date) => internal`${all}, ${date}`, first);
  return internal`${customerName}: ${words}. Next: ${listed}.`;
}
