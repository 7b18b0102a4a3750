import { afterAll, describe, expect, test } from '@jest/globals';
import { createDesk } from './io.ts';

const desk = createDesk();
afterAll(() => desk.clear());

const objects = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line));

describe('handrail understand --json', () => {
  test('answers every line with one object, in order, with exactly the agreed keys', async () => {
    const said = [
      'the ledger is down, nobody can post',
      '',
      'thanks, all good',
      'näher – 日本語 🙂',
    ];
    const { code, out, err } = await desk.run(['understand', '--json'], `${said.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = objects(out);
    expect(answers.map(({ text }) => text)).toEqual(said);
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual([
        'text',
        'intent',
        'urgent',
        'offer',
        'sentiment',
        'confidence',
      ]);
    }
    expect(answers[0]).toMatchObject({ intent: 'help', urgent: true });
  });

  test('a message is what stands before the line feed, whatever else is in it', async () => {
    const said = ['one\u2028two', 'three\rfour', '{"text":"json"}', '  spaces  '];
    const { out } = await desk.run(['understand', '--json'], `${said.join('\r\n')}`);
    expect(objects(out).map(({ text }) => text)).toEqual(said);
    expect(out).not.toContain('\u2028');
  });

  test('nothing in, nothing out', async () => {
    expect(await desk.run(['understand', '--json'], '')).toEqual({ code: 0, out: '', err: '' });
  });

  test('ten thousand lines take less than ten seconds', async () => {
    async function* many() {
      for (let n = 0; n < 10_000; n += 1) yield `is step ${n} of the copy done yet?\n`;
    }
    // The processor's time: a busy machine makes nobody slower here.
    const before = process.cpuUsage();
    const { out } = await desk.run(['understand', '--json'], many());
    expect(objects(out)).toHaveLength(10_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(10_000);
  });
});

test('handrail understand shows people what they would see happen', async () => {
  const { out } = await desk.run(['understand'], 'everything is down\n');
  expect(out).toMatch(/^help {6} {2}\d\.\d\d {2}pages now .* everything is down\n$/);
});
