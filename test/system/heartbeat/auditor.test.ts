import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { findOverdue } from '../../../src/adapters/heartbeat/find-overdue.ts';
import { type Auditor, startAuditor } from '../../../src/adapters/heartbeat/start-auditor.ts';
import { minute, second } from '../../../src/shared/time.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openStage } from '../paging/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
let auditor: Auditor;
let repairs = 0;
let isRepairing = true;
const { logger, list: complaints } = createComplaints();

beforeEach(async () => {
  stage ??= await openStage();
  await stage.reset();
  complaints.length = 0;
  repairs = 0;
  isRepairing = true;
  auditor = startAuditor({
    logger,
    findOverdue: () => findOverdue(stage),
    repair: async () => {
      repairs += 1;
      if (isRepairing) await stage.engine.runUntilIdle();
    },
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
