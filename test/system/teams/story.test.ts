import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Line } from '../../../src/rehearsal/line.ts';
import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import type { Scenario } from '../../../src/rehearsal/scenario.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { worldOpener } from '../../harness/open-world.ts';
import { openTeamsStory } from '../../harness/teams/story-world.ts';

function readFile(file: string): Scenario {
  return readScenario({
    file,
    text: readFileSync(file, 'utf8'),
    open: path => {
      const named = join(dirname(file), path);
      return { file: named, text: readFileSync(named, 'utf8') };
    },
  });
}

const scenarios = readdirSync('examples')
  .filter(name => name.endsWith('.scenario.yaml'))
  // Where chat itself is down, there is nothing to be told in Teams.
  .filter(name => !name.startsWith('phone-off'))
  // One by default: each story is lived through twice.
  .filter(name => process.env.TEAMS_STORIES === 'all' || name.startsWith('northwind'))
  .map(name => [name, readFile(join('examples', name))] as const);

/** Every message with all it ever said, to whom, and with which buttons; those of one moment go out side by side. */
function wordsOf(lines: readonly Line[]): string[] {
  const said = new Map<string, string>();
  for (const line of lines) {
    if (line.kind !== 'message') continue;
    const { messageId, to, via, message, text, actions } = line;
    const before = said.get(messageId) ?? `${to} ${via} ${message}`;
    const buttons = actions.map(({ id }) => id).join(' ');
    said.set(messageId, `${before}\n→ ${text} [${buttons}]`);
  }
  return [...new Set([...said.values()].map(withoutAsking).map(withoutCode))].sort();
}

/** The two digits that tell pages apart in a text message are drawn anew each time. */
function withoutCode(words: string): string {
  return words.replace(/Reply ack \d\d to take it, pass \d\d/, 'Reply ack NN to take it, pass NN');
}

/** In a channel of Teams every question has a thread of its own, so news go to each asker, not once to all of them. */
function withoutAsking(words: string): string {
  return words.replace(/You asked at \d\d:\d\d: /, 'You asked: ');
}

// The words of a story do not depend on where it is told: the same code over the real adapter, gate and connector.
test.each(scenarios)(
  '%s is told in the same words in Teams',
  async (_, scenario) => {
    const complaints = createComplaints();
    const { lines, summary } = await rehearse(scenario, worldOpener(complaints));
    const story = await openTeamsStory(scenario, complaints.logger);
    const told = await rehearse(story.scenario, story.open);
    expect(wordsOf(told.lines)).toEqual(wordsOf(lines));
    expect(told.summary.expectations).toEqual(summary.expectations);
    expect(story.differences).toEqual([]);
    expect(story.problems()).toEqual([]);
    expect(story.handed()).toBeGreaterThan(20);
    expect(complaints.list).toEqual([]);
  },
  600_000,
);
