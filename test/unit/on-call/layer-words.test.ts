import { expect, test } from '@jest/globals';
import { layerWords } from '../../../src/on-call/layer-words.ts';

const names: Record<string, string> = { maya: 'Maya', tom: 'Tom' };
const words = (everyDays: number, people: string[], only: { days: number[]; from?: string }[]) =>
  layerWords(
    {
      rotation: { everyDays, start: '2026-03-02T09:00', people },
      only: only.map(({ days, from = '22:00' }) => ({ days, from, until: '06:00' })),
    },
    id => names[id] ?? id,
  );

test.each([
  ['Maya, always', words(7, ['maya'], [])],
  ['Maya, Tom in turns of 7 days, always', words(7, ['maya', 'tom'], [])],
  [
    'Maya, Tom in turns of 12 hours, daily 22:00–06:00',
    words(0.5, ['maya', 'tom'], [{ days: [1, 2, 3, 4, 5, 6, 7] }]),
  ],
  ['Maya, Mon–Fri 22:00–06:00', words(1, ['maya'], [{ days: [1, 2, 3, 4, 5] }])],
  ['Tom, Sat, Sun 22:00–06:00', words(1, ['tom'], [{ days: [6, 7] }])],
])('a layer is told as %s', (told, said) => {
  expect(said).toBe(told);
});
