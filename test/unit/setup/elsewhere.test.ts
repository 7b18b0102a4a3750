import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { personOnCall, type Schedule, scheduleFrom } from '../../../src/on-call/schedule.ts';
import type { Moved } from '../../../src/setup/elsewhere/moved.ts';
import {
  opsgenieExport,
  opsgenieSchedules,
} from '../../../src/setup/elsewhere/opsgenie-schedules.ts';
import {
  pagerDutyExport,
  pagerDutySchedules,
} from '../../../src/setup/elsewhere/pagerduty-schedules.ts';
import { weekHours } from '../../../src/setup/elsewhere/week-hours.ts';
import { scheduleRow } from '../../../src/setup/rows.ts';
import { setupFrom } from '../../../src/setup/setup.ts';

const now = new Date('2026-03-04T12:00:00Z');
const read = (name: string) =>
  JSON.parse(readFileSync(`test/unit/setup/exports/${name}.json`, 'utf8'));
const opsgenie = () => opsgenieSchedules(opsgenieExport.parse(read('opsgenie')), now);
const pagerDuty = () => pagerDutySchedules(pagerDutyExport.parse(read('pagerduty')), now);

/** The schedules as Handrail would run them, from a whole setup file around what was moved. */
function running({ people, schedules }: Moved): Schedule[] {
  const setup = setupFrom({
    organisation: { name: 'Fernhollow', timeZone: 'Europe/London' },
    people,
    schedules,
    escalations: [{ id: 'default', levels: [{ to: [people[0]?.id], wait: '5m' }] }],
  });
  return setup.schedules.map(one => scheduleFrom(scheduleRow(one)));
}

/** Who is on call at these moments, by the first schedule that has somebody. */
function whoAt(schedules: readonly Schedule[], moments: readonly string[]): (string | null)[] {
  return moments.map(
    at => schedules.map(one => personOnCall(one, new Date(at))).find(one => one !== null) ?? null,
  );
}

describe('a schedule of PagerDuty’s', () => {
  test('has the same person on call, its topmost layer on top', () => {
    const [schedule] = running(pagerDuty());
    if (!schedule) throw new Error('nothing was moved');
    expect(schedule.timeZone).toBe('America/New_York');
    expect(
      whoAt(
        [schedule],
        [
          // Wednesday: the daily turns, in their hours only. 58 and 59 days after 5 January.
          '2026-03-04T09:00:00-05:00',
          '2026-03-05T09:00:00-05:00',
          '2026-03-05T07:59:00-05:00',
          '2026-03-05T17:00:00-05:00',
          // From Friday 20:00 for 60 hours the weekend layer, also through the change of clocks.
          '2026-03-06T19:59:00-05:00',
          '2026-03-06T20:00:00-05:00',
          '2026-03-08T12:00:00-04:00',
          '2026-03-09T07:59:00-04:00',
          // The override.
          '2026-04-02T12:00:00-04:00',
        ],
      ),
    ).toEqual([
      'earline-greenholt',
      'alan-shepard',
      null,
      null,
      null,
      'alan-shepard',
      'alan-shepard',
      'alan-shepard',
      'earline-greenholt',
    ]);
  });

  test('loses nothing without a word', () => {
    expect(pagerDuty().left).toEqual([]);
    const exported = pagerDutyExport.parse(read('pagerduty'));
    const [layer] = exported[0]?.schedule_layers ?? [];
    if (!layer) throw new Error('no layer');
    layer.end = new Date('2026-06-01T00:00:00Z');
    layer.start = new Date('2026-04-01T00:00:00Z');
    layer.rotation_turn_length_seconds = 1_800;
    expect(pagerDutySchedules(exported, now).left).toEqual([
      'Daily Engineering Rotation, layer Weekend: it ends on 2026-06-01; here it goes on. Remove it then.',
      'Daily Engineering Rotation, layer Weekend: it begins on 2026-04-01; here it counts at once. Add it then.',
      'Daily Engineering Rotation, layer Weekend: its turns are shorter than an hour; here they are an hour long.',
    ]);
  });
});

describe('a schedule of Opsgenie’s', () => {
  test('becomes one for each rotation where they run at the same time', () => {
    const moved = opsgenie();
    const [days, nights] = running(moved);
    if (!days || !nights) throw new Error('two were expected');
    expect(moved.schedules.map(({ id }) => id)).toEqual(['platform-days', 'platform-nights']);
    expect(moved.left).toEqual([
      "Platform, rotation Nights: a turn of nobody was left out; the others' turns come sooner.",
      'Platform, rotation Nights: the team ops_team was left out; people take turns here.',
      'Platform: its rotations run at the same time, so they are schedules of their own here: Platform Days, Platform Nights. Name each in the levels of your escalation.',
    ]);
    expect(
      whoAt(
        [days],
        [
          '2026-03-02T08:00:00+01:00',
          '2026-03-03T19:59:00+01:00',
          '2026-03-04T12:00:00+01:00',
          '2026-03-06T20:00:00+01:00',
          '2026-03-08T23:00:00+01:00',
          '2026-03-09T07:59:00+01:00',
          '2026-03-09T08:00:00+01:00',
          '2026-04-02T12:00:00+02:00',
        ],
      ),
    ).toEqual(['john-doe', 'john-doe', null, 'john-doe', 'john-doe', 'john-doe', 'jane', 'jane']);
    expect(
      whoAt(
        [nights],
        ['2026-03-04T20:30:00+01:00', '2026-03-05T07:29:00+01:00', '2026-03-05T07:30:00+01:00'],
      ),
    ).toEqual(['jane', 'jane', null]);
  });

  test('stays one where its rotations take turns', () => {
    const exported = opsgenieExport.parse(read('opsgenie'));
    const [days, nights] = exported[0]?.rotations ?? [];
    if (!exported[0] || !days || !nights) throw new Error('no rotation');
    const hours = { startHour: 8, startMin: 0, endHour: 20, endMin: 0 };
    days.timeRestriction = { type: 'time-of-day', restriction: hours };
    nights.timeRestriction = {
      type: 'time-of-day',
      restriction: { startHour: 20, startMin: 0, endHour: 8, endMin: 0 },
    };
    const moved = opsgenieSchedules(exported, now);
    expect(moved.schedules).toHaveLength(1);
    expect(
      whoAt(running(moved), ['2026-03-05T12:00:00+01:00', '2026-03-05T22:00:00+01:00']),
    ).toEqual(['john-doe', 'jane']);
  });

  test('is read from the backup tool as well, and its people keep their mail as a proposal', () => {
    const [schedule] = opsgenieExport.parse(read('opsgenie'));
    const backup = { schedule, scheduleOverrideList: schedule?.overrides };
    const again = opsgenieExport.parse(JSON.parse(JSON.stringify(backup)));
    expect(opsgenieSchedules(again, now)).toEqual(opsgenie());
    expect(opsgenie().people[0]).toEqual({
      id: 'john-doe',
      name: 'john.doe@example.com',
      side: 'vendor',
      contact: [{ via: 'chat' }, { via: 'email', to: 'john.doe@example.com', verified: false }],
    });
  });
});

test.each([
  [{ day: 1, fromMinute: 480, minutes: 600 }, [{ days: [1], from: '08:00', until: '18:00' }]],
  [{ day: 7, fromMinute: 1_320, minutes: 480 }, [{ days: [7], from: '22:00', until: '06:00' }]],
  [{ day: 3, fromMinute: 540, minutes: 1_440 }, [{ days: [3], from: '09:00', until: '09:00' }]],
  [
    { day: 6, fromMinute: 1_200, minutes: 3_600 },
    [
      { days: [6], from: '20:00', until: '24:00' },
      { days: [7, 1], from: '00:00', until: '24:00' },
      { days: [2], from: '00:00', until: '08:00' },
    ],
  ],
])('a stretch of the week, %j, is these hours of its days', (stretch, hours) => {
  expect(
    weekHours([stretch]).map(({ days, ...rest }) => ({ days: days.toSorted(), ...rest })),
  ).toEqual(hours.map(({ days, ...rest }) => ({ days: days.toSorted(), ...rest })));
});
