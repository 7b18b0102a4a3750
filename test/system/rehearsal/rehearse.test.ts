import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonLine, type Line } from '../../../src/rehearsal/line.ts';
import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { worldOpener } from '../../harness/open-world.ts';

const folder = 'test/scenarios';

/** A scenario on the plain setup, from five in the afternoon before its night. */
function plain(until: string, rest: string) {
  const head = `setup: plain.setup.yaml\nfrom: 2026-03-13T17:00:00-04:00\nuntil: ${until}\n`;
  return readScenario({
    file: 'story.yaml',
    text: head + rest,
    open: path => ({ file: path, text: readFileSync(join(folder, path), 'utf8') }),
  });
}

async function play(until: string, rest: string) {
  const complaints = createComplaints();
  const heard: Line[] = [];
  const rehearsed = await rehearse(plain(until, rest), worldOpener(complaints), line =>
    heard.push(line),
  );
  expect(complaints.list).toEqual([]);
  return { ...rehearsed, heard };
}

const morning = `script:
  - { from: +0m, person: lead-1, answers: check-in.good, within: 20m }
  - { at: +90m, person: lead-1, place: plain-shared, says: "what's happening now?" }
  - { at: +2h, person: lead-1, says: "please get me a person" }
  - { at: +2h3m, person: adv-1, presses: page.acknowledge }
  - { at: +3h, person: adv-1, says: "resolve: It was a cable." }
`;

describe('a rehearsal', () => {
  test('tells the same story twice, word for word and in the same order', async () => {
    const first = await play('+6h', morning);
    const second = await play('+6h', morning);
    expect(second.lines.map(jsonLine)).toEqual(first.lines.map(jsonLine));
    expect(first.heard).toEqual(first.lines);
  });

  test('goes on when there is nothing to press, and says so', async () => {
    const { summary, lines } = await play(
      '+30m',
      'script:\n  - { at: +10m, person: adv-1, presses: page.acknowledge }\n',
    );
    expect(summary.missed).toEqual([
      'story.yaml:5 adv-1 sees no message that offers page.acknowledge.',
    ]);
    expect(lines.find(line => line.kind === 'input')).toMatchObject({ on: null });
  });

  test('says what a failed expectation was nearest to', async () => {
    const { summary } = await play(
      '+30m',
      'expect:\n  - { place: plain-shared, message: welcome, contains: Good morning }\n',
    );
    expect(summary.expectations).toEqual({ passed: 0, failed: 1 });
    expect(summary.failures[0]).toMatch(
      /^story\.yaml:5 expected a welcome to plain-shared with "Good morning"; not seen\. Nearest: Fri 13 Mar 17:00 welcome/,
    );
  });

  test('counts a message once, however often it changes in place', async () => {
    const { summary, lines } = await play('+6h', morning);
    const receipts = lines.filter(
      line => line.kind === 'message' && line.message === 'page-receipt',
    );
    expect(receipts.length).toBeGreaterThan(1);
    expect(summary.messages['page-receipt']).toBe(1);
  });

  test('reaches a person by the next way when chat cannot be delivered', async () => {
    const { lines } = await play(
      '+2h',
      `script:
  - { at: +1h, unreachable: adv-1 }
  - { at: +90m, person: lead-1, place: plain-shared, says: "please get me a person" }
`,
    );
    const pages = lines.flatMap(line =>
      line.kind === 'message' && line.message === 'page' && !line.edited ? [line.to] : [],
    );
    expect(pages).not.toContain('adv-1');
    expect(pages).toContain('eng-1');
  });
});
