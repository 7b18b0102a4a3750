import { expect, test } from '@jest/globals';
import type { Line } from '../../../src/rehearsal/line.ts';
import { readableHead, readableLine, readableSummary } from '../../../src/rehearsal/readable.ts';
import { buildEvent, buildInput, buildMessage } from './lines.ts';
import { read, story } from './sample.ts';

const scenario = read(story(''));

function transcript(lines: readonly Line[]): string {
  return lines
    .map((line, index) => readableLine(line, lines[index - 1] ?? null, scenario.cast))
    .join('\n');
}

test('a transcript reads like a story: the day, the time, who, the words, the buttons', () => {
  const said = transcript([
    buildInput(),
    buildMessage(),
    buildMessage({
      at: new Date('2026-03-07T05:10:00Z'),
      to: 'adv-1',
      audience: 'internal',
      message: 'page',
      readerZone: 'Europe/London',
      text: '⚠️ Northwind: "The ledger is down."\nConfidence 0.31.',
      actions: [
        { id: 'page.acknowledge', label: 'I have it', subject: 'p' },
        { id: 'page.reassign', label: 'Pass on', subject: 'p' },
      ],
    }),
    buildMessage({
      at: new Date('2026-03-07T05:11:00Z'),
      message: 'page-receipt',
      edited: true,
      before: 'Heading stays\n⏳ Paged.\nType page.',
      text: 'Heading stays\n✅ Ada Vocate has it.\nType page.',
      actions: [],
    }),
  ]);
  expect(said).toBe(`
━━━ Friday 6 March 2026 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

18:05  Lee Dern, in northwind-shared
       “what's happening now?”

18:05  Handrail → northwind-shared · situation
       Now: Back up the old system, since 18:00.
       [ Get a person ]

━━━ Saturday 7 March 2026 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

00:10  Handrail → Ada Vocate, directly (05:10 in London) · page
       ⚠️ Northwind: "The ledger is down."
       Confidence 0.31.
       [ I have it ]  [ Pass on ]

00:11  Handrail → northwind-shared · page-receipt, changed
       …
       ✅ Ada Vocate has it.
       …`);
});

test('a fact that a message beside it already tells is not told twice', () => {
  expect(readableLine(buildEvent({ event: 'check-in.asked' }), null, scenario.cast)).toBe('');
  expect(readableLine(buildEvent({ event: 'milestone.done' }), buildInput(), scenario.cast)).toBe(
    '\n18:10  • Somebody was called.\n         (shared fact: milestone.done)',
  );
});

test('long words are broken between words, never in them', () => {
  const text = 'word '.repeat(60).trim();
  const lines = readableLine(buildMessage({ text }), null, scenario.cast).split('\n');
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(92);
});

test('the head says in whose time it is told', () => {
  expect(readableHead(scenario)).toBe(
    'story.yaml\nFriday 6 March 2026, 17:00 until Friday 20 March 2026, 18:00 (America/New_York time)',
  );
});

test('the end counts messages and says what failed', () => {
  const clean = { messages: { welcome: 1, 'check-in': 2 }, failures: [], missed: [] };
  expect(readableSummary({ ...clean, expectations: { passed: 2, failed: 0 } })).toContain(
    '3 messages: 1 welcome, 2 check-in.\n✅ All 2 expectations hold.',
  );
  const failed = { ...clean, failures: ['story.yaml:9 expected a page; not seen'] };
  expect(readableSummary({ ...failed, expectations: { passed: 1, failed: 1 } })).toContain(
    '⚠️ 1 of 2 expectations failed:\n  story.yaml:9 expected a page; not seen',
  );
});
