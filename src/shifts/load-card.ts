import { internal, strong, time } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import { type Week, weekWords } from './week.ts';

/** A night that a colleague could take, and the row by which they are asked. */
export interface Relief {
  readonly coverId: string;
  readonly scheduleId: string;
  readonly from: Date;
  readonly until: Date;
  readonly colleagueName: string;
}

/** A gentle word to a manager, once: what somebody carried, and what would help. */
export function loadCard(week: Week, relief: Relief | null): Card<'internal'> {
  const first = internal`${strong(openly(week.name))} carried a lot in the last seven days: ${weekWords(week)}.`;
  if (!relief)
    return internalCard('shift', null, {
      body: [first, internal`Perhaps ask how they are. I say this once.`],
    });
  const { coverId, scheduleId, from, until, colleagueName } = relief;
  const help = internal`${colleagueName} had a quieter week and could take ${scheduleId} from ${time(from)} until ${time(until)}.`;
  return internalCard('shift', null, {
    body: [first, help],
    actions: [
      { id: 'relief.ask', label: `Ask ${colleagueName}`, subject: coverId, style: 'primary' },
    ],
    foot: internal`Nothing changes until ${colleagueName} says yes. I say this once.`,
  });
}
