import type { z } from 'zod';
import { problemsOf } from '../setup/shape.ts';
import type { Path } from '../setup/source.ts';
import { unreachable } from '../shared/errors.ts';
import { complain, type Findings, known, milestoneOf, momentOf } from './findings.ts';
import type { Habit, ScenarioAction, ScenarioStep } from './scenario.ts';
import { type EntryKind, entryForms, formOf } from './scenario-schema.ts';

type Form<F extends EntryKind> = z.output<(typeof entryForms)[F]>;

export interface Script {
  readonly steps: readonly ScenarioStep[];
  readonly habits: readonly Habit[];
}

/** The span of a scenario and the lines of its file. */
export interface ToldScript {
  readonly until: Date;
  lineOf(path: Path): number | null;
}

/** Makes steps and habits of the script's entries; what is wrong goes into the findings. */
export function readScript(
  findings: Findings,
  entries: readonly unknown[],
  told: ToldScript,
): Script {
  const steps: ScenarioStep[] = [];
  const habits: Habit[] = [];
  entries.forEach((entry, index) => {
    const path = ['script', index];
    const form = formOf(entry);
    if (form === null) {
      complain(
        findings,
        path,
        `this entry says nothing to do; write one of says, presses, answers, milestone, event, engine, clock, unreachable, reachable`,
      );
    } else if (form === 'answers') {
      const read = parse(findings, { form, entry, path });
      if (read) habits.push(habitOf(findings, read, { path, told }));
    } else {
      const step = stepOf(findings, form, { entry, path, told });
      if (step) steps.push(step);
    }
  });
  return { steps, habits };
}

interface Place {
  readonly entry: unknown;
  readonly path: Path;
  readonly told: ToldScript;
}

function stepOf(
  findings: Findings,
  form: Exclude<EntryKind, 'answers'>,
  { entry, path, told }: Place,
): ScenarioStep | null {
  const read = deedOf(findings, form, { entry, path });
  if (!read) return null;
  const at = momentOf(findings, read.at, [...path, 'at']);
  if (at < findings.frame.from || at > told.until) {
    complain(
      findings,
      [...path, 'at'],
      'this is outside the scenario; choose a moment between from and until',
    );
  }
  return { at, line: told.lineOf(path), deed: read.deed };
}

function deedOf(
  findings: Findings,
  form: Exclude<EntryKind, 'answers'>,
  { entry, path }: { entry: unknown; path: Path },
): { at: string; deed: ScenarioAction } | null {
  const person = (id: string, key: string): string =>
    known(findings, 'people', { id, path: [...path, key] });
  switch (form) {
    case 'says': {
      const read = parse(findings, { form, entry, path });
      return read && { at: read.at, deed: wordsOf(findings, read, path) };
    }
    case 'presses': {
      const read = parse(findings, { form, entry, path });
      if (!read) return null;
      const personId = person(read.person, 'person');
      const { presses: action, value } = read;
      const press = { kind: 'presses', personId, action } as const;
      return { at: read.at, deed: value === undefined ? press : { ...press, value } };
    }
    case 'milestone': {
      const read = parse(findings, { form, entry, path });
      if (!read) return null;
      const milestoneId = milestoneOf(findings, read.milestone, [...path, 'milestone']);
      const byId = person(read.by, 'by');
      return { at: read.at, deed: { kind: 'milestone', milestoneId, to: read.becomes, byId } };
    }
    case 'event': {
      const read = parse(findings, { form, entry, path });
      if (!read) return null;
      const { customer, ...fact } = read.event;
      known(findings, 'customers', { id: customer, path: [...path, 'event', 'customer'] });
      return { at: read.at, deed: { kind: 'event', customerId: customer, ...fact } };
    }
    case 'engine': {
      const read = parse(findings, { form, entry, path });
      return read && { at: read.at, deed: { kind: 'engine', running: read.engine === 'running' } };
    }
    case 'clock': {
      const read = parse(findings, { form, entry, path });
      return read && { at: read.at, deed: { kind: 'clock', shift: read.clock } };
    }
    case 'unreachable': {
      const read = parse(findings, { form, entry, path });
      return read && { at: read.at, deed: reachOf(findings, read.unreachable, { path, form }) };
    }
    case 'reachable': {
      const read = parse(findings, { form, entry, path });
      return read && { at: read.at, deed: reachOf(findings, read.reachable, { path, form }) };
    }
    default:
      return unreachable(form);
  }
}

function parse<F extends EntryKind>(
  findings: Findings,
  { form, entry, path }: { form: F; entry: unknown; path: Path },
): Form<F> | null {
  const read = entryForms[form].safeParse(entry);
  if (read.success) return read.data as Form<F>;
  for (const problem of read.error.issues.flatMap(problemsOf)) {
    findings.problems.push({ ...problem, path: [...path, ...problem.path] });
  }
  return null;
}

function wordsOf(findings: Findings, read: Form<'says'>, path: Path): ScenarioAction {
  const { person, place, says: text, aside } = read;
  const personId = known(findings, 'people', { id: person, path: [...path, 'person'] });
  if (place === undefined) return { kind: 'says', personId, placeId: null, text, aside: false };
  const placeId = known(findings, 'places', { id: place, path: [...path, 'place'] });
  return { kind: 'says', personId, placeId, text, aside };
}

function reachOf(
  findings: Findings,
  id: string,
  { path, form }: { path: Path; form: 'reachable' | 'unreachable' },
): ScenarioAction {
  const kind = findings.cast?.places.has(id) ? 'places' : 'people';
  known(findings, kind, { id, path: [...path, form] });
  return { kind: 'reach', id, reachable: form === 'reachable' };
}

function habitOf(
  findings: Findings,
  read: Form<'answers'>,
  { path, told }: { path: Path; told: ToldScript },
): Habit {
  return {
    from: momentOf(findings, read.from, [...path, 'from']),
    until: read.until ? momentOf(findings, read.until, [...path, 'until']) : told.until,
    line: told.lineOf(path),
    personId: known(findings, 'people', { id: read.person, path: [...path, 'person'] }),
    action: read.answers,
    says: read.says ?? null,
    withinMilliseconds: read.within,
  };
}
