import type { Command } from 'commander';
import type { Understanding } from '../../understanding/understand.ts';
import { understand } from '../../understanding/understand.ts';
import type { Run } from '../io.ts';
import { linesOf } from '../lines.ts';

/** `handrail understand`: one message a line in, what is understood a line out, in the same order. */
export function addUnderstand(program: Command, run: Run): void {
  program
    .command('understand')
    .description('read messages from standard input, one a line, and say how each is understood')
    .option('--json', 'one JSON object a line: text, intent, urgent, offer, sentiment, confidence')
    .addHelpText('after', '\nExample: echo "Is the copy done?" | handrail understand')
    .action(({ json }: { json?: true }) => understandAll(run, json ? jsonOf : wordsOf));
}

type Show = (text: string, understanding: Understanding) => string;

/** Answers in batches: one write a line would make a long file wait for the terminal. */
const batchLength = 32_768;

async function understandAll({ io }: Run, show: Show): Promise<void> {
  let batch = '';
  for await (const text of linesOf(io.input)) {
    batch += `${show(text, understand(text))}\n`;
    if (batch.length < batchLength) continue;
    await io.out(batch);
    batch = '';
  }
  if (batch !== '') await io.out(batch);
}

function jsonOf(text: string, understanding: Understanding): string {
  const { intent, urgent, offer, sentiment, confidence } = understanding;
  const line = JSON.stringify({ text, intent, urgent, offer, sentiment, confidence });
  // Valid JSON, but some readers take these two for the end of a line.
  return line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

const moods = { '-1': 'unhappy', '0': '', '1': 'happy' } as const;

function wordsOf(text: string, understanding: Understanding): string {
  const { intent, urgent, offer, sentiment, confidence } = understanding;
  const acts = urgent ? 'pages now' : offer ? 'offers a human' : '';
  const columns = [
    intent.padEnd(10),
    confidence.toFixed(2),
    acts.padEnd(14),
    moods[sentiment].padEnd(7),
  ];
  return `${columns.join('  ')}  ${text}`;
}
