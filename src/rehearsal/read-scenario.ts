import { readYaml } from '../setup/read-yaml.ts';
import { readSetup, type Setup, setupFrom } from '../setup/setup.ts';
import { problemsOf } from '../setup/shape.ts';
import { type Problem, problemLines, type Source, shown, within } from '../setup/source.ts';
import { BadInputError, messageOf } from '../shared/errors.ts';
import { type Cast, castOf } from './cast.ts';
import type { Findings } from './findings.ts';
import { readExpectation } from './read-expectation.ts';
import { readScript } from './read-script.ts';
import type { Scenario } from './scenario.ts';
import { type ScenarioForm, scenarioForm } from './scenario-schema.ts';
import { parseInstant, parseMoment } from './when.ts';

/** A scenario file, and how to read the setup file that it names. */
export interface ScenarioSource {
  readonly file: string;
  readonly text: string;
  /** The text of a file named in the scenario, relative to it; throws when it cannot be read. */
  readonly open: (path: string) => { readonly file: string; readonly text: string };
}

/** Reads a scenario with its setup. Throws BadInputError with every problem of both as "file:line field: …". */
export function readScenario({ file, text, open }: ScenarioSource): Scenario {
  const { value, source } = readYaml(text, file);
  const form = scenarioForm.safeParse(value);
  if (!form.success) {
    const entries = checkEntries(value, source);
    throw new BadInputError(
      problemLines(source, [...form.error.issues.flatMap(problemsOf), ...entries]),
    );
  }
  const { setup, problems: setupProblems } = readItsSetup(form.data, source, open);
  const findings = beginFindings(form.data, setup);
  const scenario = assemble(form.data, { source, setup, findings });
  const problems = [...problemLines(source, findings.problems), ...setupProblems];
  if (!setup || problems.length > 0) throw new BadInputError(problems);
  return { ...scenario, setup };
}

interface ItsSetup {
  readonly setup: Setup | null;
  readonly problems: readonly string[];
}

function readItsSetup(form: ScenarioForm, source: Source, open: ScenarioSource['open']): ItsSetup {
  try {
    if (typeof form.setup !== 'string') {
      return { setup: setupFrom(form.setup, within(source, ['setup'])), problems: [] };
    }
    const opened = openSetup(form.setup, source, open);
    return { setup: readSetup(opened.text, opened.file), problems: [] };
  } catch (error) {
    if (error instanceof BadInputError) return { setup: null, problems: error.problems };
    throw error;
  }
}

function openSetup(path: string, source: Source, open: ScenarioSource['open']) {
  try {
    return open(path);
  } catch (cause) {
    const what = `the setup file "${shown(path)}" cannot be read (${shown(messageOf(cause))}). Write its path as seen from this file.`;
    throw new BadInputError(problemLines(source, [{ path: ['setup'], what }]), { cause });
  }
}

function beginFindings(form: ScenarioForm, setup: Setup | null): Findings {
  const cast = setup && castOf(setup);
  const timeZone = cast?.timeZone ?? 'UTC';
  const problems: Problem[] = [];
  const from = parseInstant(form.from, timeZone);
  if (!from) {
    problems.push({
      path: ['from'],
      what: `"${shown(form.from)}" is no moment; write 2026-03-06T17:00:00-05:00`,
    });
  }
  return { problems, cast, frame: { from: from ?? new Date(0), timeZone } };
}

function assemble(
  form: ScenarioForm,
  { source, setup, findings }: { source: Source; setup: Setup | null; findings: Findings },
): Omit<Scenario, 'setup'> {
  const { frame, problems } = findings;
  const until = parseMoment(form.until, frame);
  if (!until || until <= frame.from) {
    problems.push({
      path: ['until'],
      what: `"${shown(form.until)}" is no moment after from; write +14d or 2026-03-20T17:00:00-04:00`,
    });
  }
  const told = { until: until ?? endOfTime, lineOf: source.lineOf };
  const script = readScript(findings, form.script, told);
  const expectations = form.expect.map((written, index) => {
    const path = ['expect', index];
    return readExpectation(findings, written, { path, line: source.lineOf(path) });
  });
  return {
    file: source.file,
    name: form.name ?? null,
    cast: setup ? castOf(setup) : emptyCast,
    from: frame.from,
    until: told.until,
    seed: form.seed,
    ...script,
    expectations,
  };
}

const endOfTime = new Date(8.64e15);

/** The script's own problems while the frame around it is wrong, so that everything is told at once. */
function checkEntries(value: unknown, { lineOf }: Source): readonly Problem[] {
  const script = typeof value === 'object' && value && 'script' in value ? value.script : null;
  const frame = { from: new Date(0), timeZone: 'UTC' };
  const findings: Findings = { problems: [], cast: null, frame };
  if (Array.isArray(script)) readScript(findings, script, { until: endOfTime, lineOf });
  return findings.problems;
}

const emptyCast: Cast = {
  people: new Map(),
  places: new Map(),
  customers: new Map(),
  milestones: [],
  timeZone: 'UTC',
};
