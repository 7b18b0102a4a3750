/** Where a value stands in a document: keys and list indexes from the top. */
export type Path = readonly PropertyKey[];

/** Knows the line on which each value of a document stands. */
export interface Source {
  /** As the operator named it. */
  readonly file: string;
  /** The line of the value at `path`, or of the nearest thing around it that exists; null when lines are unknown. */
  lineOf(path: Path): number | null;
}

/** One value that is wrong, and what to write instead. */
export interface Problem {
  readonly path: Path;
  readonly what: string;
}

/** "northwind.setup.yaml:14 customers[0].window.from: what is wrong and what to write instead". */
export function problemLine(source: Source, { path, what }: Problem): string {
  const line = source.lineOf(path);
  const place = line === null ? source.file : `${source.file}:${line}`;
  return `${place} ${fieldName(path)}: ${what}`;
}

const mostProblems = 50;

/** Finding a line is a search; a file with a million problems is told about the first of them. */
const mostSought = 1_000;

/** All problems as lines in the order of the file, at most 50 of them and a count of the rest. */
export function problemLines(source: Source, problems: readonly Problem[]): string[] {
  const sorted = problems
    .slice(0, mostSought)
    .map(problem => ({ problem, line: source.lineOf(problem.path) ?? 0 }))
    .sort((a, b) => a.line - b.line)
    .map(({ problem }) => problemLine(source, problem));
  const lines = [...new Set(sorted)];
  const rest = lines.length - mostProblems;
  if (rest <= 0) return lines;
  const count = problems.length > mostSought ? 'many' : rest;
  return [...lines.slice(0, mostProblems), `${source.file} and ${count} more problems like these.`];
}

/** The part of a document below `path`, seen as a document of its own. */
export function within(source: Source, path: Path): Source {
  return { file: source.file, lineOf: inner => source.lineOf([...path, ...inner]) };
}

/** A source for a value that never stood in a file. */
export function nowhere(name: string): Source {
  return { file: name, lineOf: () => null };
}

function fieldName(path: Path): string {
  const name = path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${shown(String(part))}`))
    .join('');
  return name === '' ? '(top)' : name.replace(/^\./, '');
}

/** What somebody wrote, short enough and safe to show in one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
