import { internal, strong } from '../delivery/audience.ts';
import { type Card, internalCard } from '../delivery/card.ts';
import { openly } from '../timeline/event.ts';
import type { HolidayList } from './load-holidays.ts';

/** The public holidays computed for a customer, each with whether it counts, and how they are confirmed. */
export function holidayCard(
  { id, name }: { readonly id: string; readonly name: string },
  { rule, days, isKnown, confirmed }: HolidayList,
): Card<'internal'> {
  const where = rule.region ? `${rule.country}, ${rule.region}` : rule.country;
  const heading = internal`Public holidays of ${strong(openly(name))} (${where})`;
  if (!isKnown) {
    return internalCard('task', id, {
      heading,
      body: [
        internal`I know no holidays there. The setup says "holidays" with a country like US and a part of it like NY.`,
      ],
    });
  }
  const lines = days.map(({ date, name: day }) => {
    const mark = confirmed.includes(date) ? '✅' : '▫️';
    return `${mark} ${date} ${day}`;
  });
  const open = days.filter(({ date }) => !confirmed.includes(date)).length;
  return internalCard('task', id, {
    heading,
    body: [internal`${lines.join('\n')}`],
    foot:
      open === 0
        ? internal`All of them count as days without work.`
        : internal`${String(open)} of them do not count yet. Right? Type "holidays ${id} confirm". What is otherwise stands in the setup, as "also" and "except".`,
  });
}
