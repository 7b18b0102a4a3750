import { afterEach, expect, test } from '@jest/globals';
import {
  createSightings,
  type Sight,
  type Sightings,
} from '../../../src/adapters/api/sightings.ts';
import { hour, minute, second } from '../../../src/shared/time.ts';

const place = { platform: 'slack', workspace: 'T1', id: 'C1', kind: 'place' } as const;
const known: Sight = { found: 'as-known', audience: 'internal' };

let sightings: Sightings;
let now = 0;
let looks = 0;
let answer: () => Promise<Sight> = async () => known;
function open() {
  now = 0;
  looks = 0;
  answer = async () => known;
  sightings = createSightings({
    look: () => {
      looks += 1;
      return answer();
    },
    monotonicMilliseconds: () => now,
  });
}
afterEach(() => sightings.stop());

/** Time passes in steps in which the process is alive. */
async function pass(milliseconds: number): Promise<void> {
  for (const end = now + milliseconds; now < end; ) {
    now += 10 * second;
    await sightings.see({ ...place, id: 'elsewhere' });
  }
  looks = 0;
}

test('a place is looked at before the first word there, and then not for an hour', async () => {
  open();
  expect(await sightings.see(place)).toEqual(known);
  await sightings.see(place);
  expect(looks).toBe(1);
  await pass(50 * minute);
  await sightings.see(place);
  expect(looks).toBe(0);
  await pass(hour);
  await sightings.see(place);
  expect(looks).toBe(1);
});

test('many who want to speak there at once share one look', async () => {
  open();
  await Promise.all([sightings.see(place), sightings.see(place), sightings.see(place)]);
  expect(looks).toBe(1);
});

test.each([['changed'], ['unseen']] as const)('what was %s is looked at again', async found => {
  open();
  answer = async () => ({ found, audience: 'internal' });
  await sightings.see(place);
  await sightings.see(place);
  expect(looks).toBe(2);
});

test('whoever stood still for half a minute looks again', async () => {
  open();
  await sightings.see(place);
  now += 31 * second;
  await sightings.see(place);
  expect(looks).toBe(2);
});

test('a doubt that comes during a look holds for that look as well', async () => {
  open();
  let end: (sight: Sight) => void = () => {};
  answer = () => new Promise(resolve => (end = resolve));
  const first = sightings.see(place);
  sightings.doubt();
  end(known);
  await first;
  answer = async () => known;
  await sightings.see(place);
  expect(looks).toBe(2);
});

test('a suspicion is followed at once in a place of our own, and means nothing where a customer reads', async () => {
  open();
  await sightings.see(place);
  sightings.suspect(place);
  expect(looks).toBe(2);
  answer = async () => ({ found: 'as-known', audience: 'shared' });
  await sightings.look(place);
  sightings.suspect(place);
  expect(looks).toBe(3);
});
