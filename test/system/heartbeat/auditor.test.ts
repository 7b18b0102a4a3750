import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSeededRandom } from '../../../src/adapters/clock/seeded-random.ts';
import { findOverdue } from '../../../src/adapters/heartbeat/find-overdue.ts';
import { soundOverdueAlarm } from '../../../src/adapters/heartbeat/sound-overdue-alarm.ts';
import { type Auditor, startAuditor } from '../../../src/adapters/heartbeat/start-auditor.ts';
import type { Surface } from '../../../src/delivery/surface.ts';
import { minute, second } from '../../../src/shared/time.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openStage } from '../paging/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
let auditor: Auditor;
let repairs = 0;
let isRepairing = true;
const { logger, list: complaints } = createComplaints();
const mailed: string[] = [];
const mailbox: Surface = {
  platform: 'email',
  send: async ({ address, text, messageId }) => {
    mailed.push(`${address.id}: ${text}`);
    return { outcome: 'sent', ref: messageId };
  },
  edit: async (_message, ref) => ({ outcome: 'sent', ref }),
  find: async () => undefined,
};

beforeEach(async () => {
  stage ??= await openStage();
  await stage.reset();
  complaints.length = 0;
  mailed.length = 0;
  repairs = 0;
  isRepairing = true;
  auditor = startAuditor({
    logger,
    findOverdue: () => findOverdue(stage),
    repair: async () => {
      repairs += 1;
      if (isRepairing) await stage.engine.runUntilIdle();
    },
    alarm: () =>
      soundOverdueAlarm({
        ports: { ...stage, random: createSeededRandom(1) },
        surfaces: [mailbox],
      }),
    everyMilliseconds: minute,
  });
  await stage.raise();
});

afterEach(() => auditor.stop());

afterAll(() => stage.close());

const later = (milliseconds: number) =>
  stage.clock.moveTo(new Date(stage.clock.now().getTime() + milliseconds));

test('a page whose next step is due, but not for a minute yet, is well', async () => {
  later(5 * minute + 59 * second);
  await auditor.audit();
  expect([auditor.isWell(), repairs]).toEqual([true, 0]);
});

test('a step that nobody took for more than a minute is taken, and then all is well', async () => {
  later(6 * minute + second);
  await auditor.audit();
  expect([auditor.isWell(), repairs]).toEqual([false, 1]);
  await auditor.audit();
  expect([auditor.isWell(), repairs]).toEqual([true, 1]);
  expect(complaints).toHaveLength(1);
});

test('what cannot be put right is an alarm, and keeps the heartbeat from being sent', async () => {
  isRepairing = false;
  later(6 * minute + second);
  await auditor.audit();
  await auditor.audit();
  expect(auditor.isWell()).toBe(false);
  expect(complaints.join('\n')).toContain('looking again did not help');
});

test('managers are told of it past the engine, by a way that is not chat, and once', async () => {
  isRepairing = false;
  const contact = [{ via: 'email', to: 'helen@vendor.example', afterMinutes: 0 }];
  await stage.database.client.person.update({ where: { id: 'ana' }, data: { contact } });
  later(6 * minute + second);
  for (let looks = 0; looks < 4; looks += 1) await auditor.audit();
  expect(mailed).toEqual([expect.stringMatching(/^helen@vendor\.example: .*pages stand still/)]);
});
