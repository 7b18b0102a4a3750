import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readScenario } from '../../../src/rehearsal/read-scenario.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import type { Scenario } from '../../../src/rehearsal/scenario.ts';
import { createComplaints } from '../../harness/complaints.ts';
import { worldOpener } from '../../harness/open-world.ts';

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

/**
 * Stories of weeks; told only with SCENARIOS=all npm test -- test/system/rehearsal/scenarios. What becomes of the content,
 * the worried and the silent over weeks, `test/system/check-ins/calm` sees every day.
 */
const long =
  process.env.SCENARIOS === 'all'
    ? []
    : ['meridian-march', 'content', 'worried', 'silent'].map(name => `${name}.scenario.yaml`);

function scenariosIn(folder: string): [string, Scenario][] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.scenario.yaml') && !long.includes(name))
    .map(name => readFile(join(folder, name)))
    .map(scenario => [scenario.name ?? scenario.file, scenario]);
}

/** Rehearses and returns everything that went wrong: failed expectations, presses on nothing, complaints of the code. */
async function troubleWith(scenario: Scenario): Promise<readonly string[]> {
  const complaints = createComplaints();
  const { summary } = await rehearse(scenario, worldOpener(complaints));
  return [...summary.failures, ...summary.missed, ...complaints.list];
}

describe.each(['examples', 'test/scenarios'])('%s', folder => {
  test.each(scenariosIn(folder))('%s', async (_, scenario) => {
    expect(await troubleWith(scenario)).toEqual([]);
  });
});
