import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';
import { at, local, type Said, send } from './talk.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

const pages = () => world.stage.world.ports.database.client.page.count();

function said(text: string, how: { edited?: boolean; addressed?: boolean } = {}): Promise<Said[]> {
  return send(world, {
    from: local('lead-1'),
    in: at('northwind-shared'),
    addressed: false,
    ref: 'one-message',
    said: { kind: 'text', text },
    ...how,
  });
}

describe('a message that is rewritten', () => {
  test.each(['page', 'The ledger is down, nobody can post!'])(
    'counts once when it becomes "%s"',
    async text => {
      await said('the ledger');
      await said(text, { edited: true });
      expect(await pages()).toBe(1);
      expect(await said(`${text} please`, { edited: true })).toEqual([]);
    },
  );

  test('counts when it begins to name us', async () => {
    await said('what comes next?', { addressed: false });
    const answers = await said('what comes next?', { edited: true, addressed: true });
    expect(answers.map(({ to }) => to)).toContain('northwind-shared');
  });

  test.each(['what is happening now?', 'thanks', 'all good'])('is silent as "%s"', async text => {
    await said('wat is hapening');
    expect(await said(text, { edited: true })).toEqual([]);
  });

  test('calls nobody by what it quotes', async () => {
    await said('> page\nis that still so?');
    expect(await pages()).toBe(0);
  });
});
