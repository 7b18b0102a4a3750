import { expect, test } from '@jest/globals';
import { fulfilled, type Gathering, gather } from '../../../src/shared/gathering.ts';

/** Doubles numbers, and ends what is underway only when it is told to. */
function doubling(options: Partial<Gathering<number, number>> = {}) {
  const begun: number[][] = [];
  const ends: (() => void)[] = [];
  const underway = (items: readonly number[]) => {
    begun.push([...items]);
    return new Promise<void>(resolve => ends.push(resolve));
  };
  const double = gather<number, number>({
    most: 3,
    atOnce: 1,
    many: async items => {
      await underway(items);
      return fulfilled(items.map(item => item * 2));
    },
    one: async item => {
      await underway([item]);
      return item * 2;
    },
    ...options,
  });
  /** Lets what is underway end until nothing is begun any more. */
  const endAll = async () => {
    for (let quiet = 0; quiet < 20; quiet += 1) {
      for (const end of ends.splice(0)) end();
      await Promise.resolve();
    }
  };
  return { begun, double, endAll };
}

test('what comes alone is begun at once, and what comes meanwhile goes together, so many at a time', async () => {
  const { begun, double, endAll } = doubling();
  const first = double(1);
  await Promise.resolve();
  expect(begun).toEqual([[1]]);
  const others = [2, 3, 4, 5].map(double);
  await endAll();
  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6, 8, 10]);
  expect(begun).toEqual([[1], [2, 3, 4], [5]]);
});

test('where several cannot be done together each is done alone, and only whose fault it is fails', async () => {
  const { double } = doubling({
    many: () => Promise.reject(new Error('all of it was undone')),
    one: item => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item * 2)),
  });
  const ended = await Promise.allSettled([1, 2, 3].map(double));
  expect(
    ended.map(each => (each.status === 'fulfilled' ? each.value : String(each.reason))),
  ).toEqual([2, 'Error: two', 6]);
});

test('two of the same key never go on at once, and go in the order they came', async () => {
  const { begun, double, endAll } = doubling({ atOnce: 2, keyOf: item => String(item % 10) });
  const all = [1, 11, 2, 21].map(double);
  await endAll();
  expect(await Promise.all(all)).toEqual([2, 22, 4, 42]);
  expect(begun).toEqual([[1, 2], [11], [21]]);
});
