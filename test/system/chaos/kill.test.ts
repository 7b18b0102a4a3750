import { afterAll, describe, expect, test } from '@jest/globals';
import type { BusyChild } from './busy-child.ts';
import { openChaos } from './stage.ts';

/** Long runs: KILLS=50 npm test -- test/system/chaos/kill */
const kills = Number(process.env.KILLS ?? 1);

describe.each(['embedded', 'postgres'] as const)(
  'killed in the middle of its work, on the database %s',
  kind => {
    const opened = openChaos(kind);
    afterAll(async () => (await opened).close());

    test('loses no acknowledged word and no page, and repeats only what may be repeated', async () => {
      const chaos = await opened;
      const children: BusyChild[] = [];
      let spoke = 0;
      for (let kill = 0; kill <= kills; kill += 1) {
        const isLast = kill === kills;
        const child = await chaos.start();
        children.push(child);
        const feeding = setInterval(() => child.say(chaos.nextWords));
        await child.untilAcknowledged(isLast ? 5 : 3 + ((kill * 7) % 11));
        // Two of three end while they speak, the third while it only listens.
        if (kill % 3 > 0) spoke += await chaos.untilSent(1 + ((kill * 5) % 13));
        clearInterval(feeding);
        // The last one may finish: leases of the dead run out, and everything left is said.
        if (isLast) child.finish();
        else child.kill();
        expect(await child.ended).toBe(isLast ? 0 : null);
      }
      const books = await chaos.expectNothingLost(children);
      console.info(
        `${kind}: ${kills} kills after ${spoke} sends waited for, ${JSON.stringify(books)}`,
      );
    }, 3_600_000);
  },
);
