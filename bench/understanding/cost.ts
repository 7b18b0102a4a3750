import { understand } from '../../src/understanding/understand.ts';
import { readRows } from './rows.ts';

/** Prints what understanding costs: time a message, memory, and the worst that somebody can send. */
export function measureCost(): void {
  const texts = readRows('bench/understanding/practice.jsonl').map(({ text }) => text);
  const before = memoryMegabytes();
  for (const text of texts) understand(text);
  console.log(
    `\nmemory: ${(memoryMegabytes() - before).toFixed(1)} MB more after reading all languages`,
  );
  const times = texts.map(text => timeOf(text)).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(`\ntime a message: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  for (const [name, text] of Object.entries(hostile)) {
    console.log(`  100 KB of ${name}: ${timeOf(text).toFixed(1)} ms`);
  }
}

/** What breaks careless patterns: one long word, nothing but gaps, quotes, marks, a page of trouble words. */
const hostile: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(100_000),
  spaces: ' '.repeat(100_000),
  quotes: '"\''.repeat(50_000),
  'accents on one letter': `e${'\u0301'.repeat(99_999)}`,
  'trouble words': 'down now not if help cannot '.repeat(3_600),
  Japanese: 'システムが落ちています'.repeat(9_000),
  emoji: '🔥'.repeat(50_000),
};

/** Milliseconds of the processor: what others do on this machine does not count. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  understand(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function memoryMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / 1_048_576;
}
