import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestWorld } from '../../harness/world.ts';
import { openRoom } from './room.ts';

let world: TestWorld;
const place = 'northwind-shared';
const heard = async (text: string) =>
  (await world.says('lead-1', place, text)).filter(({ to }) => to === place).map(line => line.text);

beforeEach(async () => {
  world = await openRoom();
});
afterEach(() => world.close());

describe('whoever writes in German', () => {
  test('reads our phrases in German from then on: situation, offer, receipt, check-in', async () => {
    const [situation] = await heard('Wie ist der Stand bei der Umstellung, läuft alles nach Plan?');
    expect(situation).toMatch(/Stand \d\d:\d\d|Noch keine Nachricht/);
    expect(situation).toContain('Schreiben Sie page');
    const [receipt] = await heard('Das ganze System ist ausgefallen, niemand kann mehr arbeiten!');
    expect(receipt).toMatch(/Ich habe .* gerufen|Soll ich jetzt jemanden holen/);
  });

  test('is one customer; another goes on in English, and so do the vendor’s own people', async () => {
    await heard('Guten Morgen, wie ist der Stand bei der Umstellung?');
    const other = await world.says('lead-2', 'lakeside-shared', "what's happening now?");
    expect(other.at(-1)?.text).toMatch(/Type page to get a person/);
    const ours = await world.says('adv-1', null, 'status northwind');
    expect(ours.map(({ text }) => text).join('\n')).not.toContain('Schreiben Sie');
  });
});

test('an English customer who says merci is still spoken to in English', async () => {
  await heard('merci!');
  const [situation] = await heard("what's happening now?");
  expect(situation).toContain('Type page to get a person');
});
