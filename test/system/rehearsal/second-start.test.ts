import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { importSetup } from '../../../src/setup/import-setup.ts';
import { readSetup } from '../../../src/setup/setup.ts';
import { hour, minute } from '../../../src/shared/time.ts';
import { createWorld } from '../../../src/world.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { openTestWorld, type TestWorld } from '../../harness/world.ts';

const text = readFileSync('test/scenarios/plain.setup.yaml', 'utf8');
let world: TestWorld;

afterEach(() => world.close());

describe('a second start', () => {
  test('says nothing again, and goes on where the first one stopped', async () => {
    world = await openTestWorld(text, { at: '2026-03-13T17:00:00-04:00' });
    await world.at('2026-03-13T19:10:00-04:00');
    const before = world.seen('plain-shared').length;
    const { ports } = world.stage.world;
    const complaints = createComplaints();
    const { surfaces } = world.stage.surface;
    const again = createWorld({ ...ports, surfaces, logger: complaints.logger });
    await ports.database.trip(trip => importSetup(trip, readSetup(text, 'plain.setup.yaml')));
    await again.engine.runUntilIdle();
    await world.stage.runUntilIdle();
    expect(world.seen('plain-shared')).toHaveLength(before);
    await world.presses('lead-1', 'check-in.good');
    const next = await world.pass(hour);
    expect(next.filter(({ message, edited }) => message === 'check-in' && !edited)).toHaveLength(1);
    expect(complaints.list).toEqual([]);
  });

  test('two engines over one store ask once between them', async () => {
    world = await openTestWorld(text, { at: '2026-03-13T17:00:00-04:00' });
    const { ports } = world.stage.world;
    const { logger } = createComplaints();
    const other = createWorld({ ...ports, surfaces: world.stage.surface.surfaces, logger });
    await world.at('2026-03-13T18:59:00-04:00');
    world.stage.moveTo(new Date('2026-03-13T19:00:00-04:00'));
    await Promise.all([other.engine.runUntilIdle(), world.stage.runUntilIdle()]);
    await world.pass(minute);
    const asked = world
      .seen('plain-shared')
      .filter(({ message, edited }) => message === 'check-in' && !edited);
    expect(asked).toHaveLength(1);
  });
});
