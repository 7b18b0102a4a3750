import type { Path } from '../setup/source.ts';
import { complain, type Findings, known, milestoneOf, momentOf } from './findings.ts';
import { type Form, parseEntry } from './read-entry.ts';
import { readOutsideDeed } from './read-outside-deed.ts';
import type { Habit, ScenarioAction, ScenarioStep } from './scenario.ts';
import { type EntryKind, formOf } from './scenario-schema.ts';

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
        `this entry says nothing to do; write one of says, presses, answers, milestone, event, request, engine, clock, unreachable, reachable, medium, replies, keys, confirms`,
      );
    } else if (form === 'answers') {
      const read = parseEntry(findings, { form, entry, path });
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
      const read = parseEntry(findings, { form, entry, path });
      return read && { at: read.at, deed: wordsOf(findings, read, path) };
    }
    case 'presses': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const personId = person(read.person, 'person');
      const { presses: action, value } = read;
      const press = { kind: 'presses', personId, action } as const;
      return { at: read.at, deed: value === undefined ? press : { ...press, value } };
    }
    case 'milestone': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const milestoneId = milestoneOf(findings, read.milestone, [...path, 'milestone']);
      const byId = person(read.by, 'by');
      return { at: read.at, deed: { kind: 'milestone', milestoneId, to: read.becomes, byId } };
    }
    case 'event': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const { customer, ...fact } = read.event;
      known(findings, 'customers', { id: customer, path: [...path, 'event', 'customer'] });
      return { at: read.at, deed: { kind: 'event', customerId: customer, ...fact } };
    }
    case 'request': {
      const read = parseEntry(findings, { form, entry, path });
      if (!read) return null;
      const { customer, ...work } = read.request;
      known(findings, 'customers', { id: customer, path: [...path, 'request', 'customer'] });
      return { at: read.at, deed: { kind: 'request', customerId: customer, work } };
    }
    case 'engine': {
      const read = parseEntry(findings, { form, entry, path });
      return read && { at: read.at, deed: { kind: 'engine', running: read.engine === 'running' } };
    }
    case 'clock': {
      const read = parseEntry(findings, { form, entry, path });
      return read && { at: read.at, deed: { kind: 'clock', shift: read.clock } };
    }
    default:
      return readOutsideDeed(findings, form, { entry, path });
  }
}

function wordsOf(findings: Findings, read: Form<'says'>, path: Path): ScenarioAction {
  const { person, place, says: text, aside } = read;
  const personId = known(findings, 'people', { id: person, path: [...path, 'person'] });
  if (place === undefined) return { kind: 'says', personId, placeId: null, text, aside: false };
  const placeId = known(findings, 'places', { id: place, path: [...path, 'place'] });
  return { kind: 'says', personId, placeId, text, aside };
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
