import type { ActionId } from '../../../src/delivery/card.ts';
import type { MessageLine } from '../../../src/rehearsal/line.ts';
import { hour, minute, plus } from '../../../src/shared/time.ts';
import {
  buildCustomer,
  buildGoLive,
  buildNorthwind,
  type SetupMapping,
  weekdays,
} from '../../harness/northwind.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

interface Difference {
  readonly kind?: string;
  readonly timeZone?: string;
  readonly holidays?: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

/** Northwind with a change of this kind, without steps: nothing is said but what is asked. */
export function northwind({
  kind = 'go-live',
  timeZone = 'America/New_York',
  holidays = [],
  from = '2026-03-06T18:00:00-05:00',
  until = '2026-03-07T06:00:00-05:00',
}: Difference = {}): SetupMapping {
  const change = buildGoLive({ kind, window: { from, until }, milestones: [] });
  const businessHours = { ...weekdays, holidays };
  return buildNorthwind({
    customers: [buildCustomer({ timeZone, businessHours, transitions: [change] })],
  });
}

export const transitionId = 'northwind/erp';

export async function openNorthwind(at: string, difference: Difference = {}): Promise<TestWorld> {
  return openTestWorld(northwind(difference), { at });
}

/** The check-ins and repeats the customer got, first sends only. */
export function asked(world: TestWorld): MessageLine[] {
  return world
    .seen('northwind-shared')
    .filter(
      line => !line.edited && (line.message === 'check-in' || line.message === 'check-in-repeat'),
    );
}

/** When each check-in came, on the customer's clock: "Mon 9 Mar 10:00". */
export function times(lines: readonly MessageLine[], timeZone = 'America/New_York'): string[] {
  return lines.map(({ at }) =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    })
      .format(new Date(at))
      .replaceAll(',', ''),
  );
}

/** What the customer does about each check-in; null = nothing, or nothing more. */
export type Temper = (
  line: MessageLine,
  index: number,
) => ActionId | null | Promise<ActionId | null>;

/** Lives until `until`, jumping from one due moment to the next, pressing an answer `after` each check-in. */
export async function live(
  world: TestWorld,
  until: string,
  temper: Temper,
  after = 20 * minute,
): Promise<void> {
  const end = new Date(until);
  let known = asked(world).length;
  for (;;) {
    const next = await world.stage.nextDue();
    if (!next || next >= end) break;
    await world.at(next > world.stage.storyTime() ? next : plus(world.stage.storyTime(), minute));
    const lines = asked(world);
    if (lines.length === known) continue;
    known = lines.length;
    const line = lines.at(-1);
    const action = line ? await temper(line, known - 1) : null;
    if (!action) continue;
    await world.pass(after);
    await world.presses('lead-1', action);
    known = asked(world).length;
  }
  await world.at(end);
}

export { hour, minute };
