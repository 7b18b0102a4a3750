import { nearest } from '../setup/nearest.ts';
import type { Path, Problem } from '../setup/source.ts';
import { shown } from '../setup/source.ts';
import { type Cast, milestonesNamed } from './cast.ts';
import { type Frame, parseMoment } from './when.ts';

/** Resolves what a scenario names, and collects what cannot be resolved; wrong values become harmless ones. */
export interface Findings {
  readonly problems: Problem[];
  readonly frame: Frame;
  /** Null when the setup could not be read; names are not checked then. */
  readonly cast: Cast | null;
}

/** The moment as an instant; a problem when it is none. */
export function momentOf(findings: Findings, text: string, path: Path): Date {
  const moment = parseMoment(text, findings.frame);
  if (moment) return moment;
  complain(
    findings,
    path,
    `"${shown(text)}" is no moment; write +65m, +3h2m, +5d or 2026-03-06T18:00:00-05:00`,
  );
  return findings.frame.from;
}

/** Checks that a person, place or customer of this id exists. */
export function known(
  findings: Findings,
  kind: 'people' | 'places' | 'customers',
  { id, path }: { readonly id: string; readonly path: Path },
): string {
  const ids = findings.cast?.[kind];
  if (ids && !ids.has(id)) {
    const word = { people: 'person', places: 'place', customers: 'customer' }[kind];
    complain(
      findings,
      path,
      `the setup has no ${word} "${shown(id)}". ${advice(id, [...ids.keys()])}`,
    );
  }
  return id;
}

/** The one milestone meant by a name. */
export function milestoneOf(findings: Findings, name: string, path: Path): string {
  if (!findings.cast) return name;
  const [first, ...others] = milestonesNamed(findings.cast, name);
  if (first === undefined) {
    const keys = findings.cast.milestones.map(id => id.split('/').at(-1) ?? id);
    complain(findings, path, `the setup has no milestone "${shown(name)}". ${advice(name, keys)}`);
  } else if (others.length > 0) {
    complain(
      findings,
      path,
      `several milestones are called "${shown(name)}". Write ${[first, ...others].slice(0, 3).join(' or ')}.`,
    );
  }
  return first ?? name;
}

/** Adds one problem, with the path of the field it is about. */
export function complain(findings: Findings, path: Path, what: string): void {
  findings.problems.push({ path, what });
}

function advice(word: string, ids: readonly string[]): string {
  const near = nearest(word, ids);
  if (near) return `Did you mean "${near}"?`;
  return `It has ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ', …' : ''}.`;
}
