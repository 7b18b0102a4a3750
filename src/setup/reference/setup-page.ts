import { keySentences } from './key-sentences.ts';
import type { JsonSchema } from './setup-schema.ts';

/** One key of the setup file, for the page: "customers[].timeZone". */
export interface KeyLine {
  readonly path: string;
  readonly isNeeded: boolean;
  /** What may be written: "one of …", "a duration …". */
  readonly takes: string;
  readonly example: string;
}

/** Every key of a schema, from the outside in, in the order of the schema. */
export function listKeys(schema: JsonSchema, path = ''): KeyLine[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return unique(choices.flatMap(choice => listKeys(choice, path)));
  if (schema.items) return listKeys(schema.items, `${path}[]`);
  const needed = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const line = {
      path: at,
      isNeeded: needed.has(key),
      takes: takesOf(value),
      example: exampleOf(value),
    };
    return [line, ...listKeys(value, at)];
  });
}

/** A key that stands in several shapes of one thing is told once, with everything it takes. */
function unique(lines: readonly KeyLine[]): KeyLine[] {
  const byPath = new Map<string, KeyLine>();
  for (const line of lines) {
    const known = byPath.get(line.path);
    const takes =
      known && known.takes !== line.takes ? `${known.takes}, ${line.takes}` : line.takes;
    byPath.set(line.path, { ...line, takes, isNeeded: line.isNeeded && (known?.isNeeded ?? true) });
  }
  return [...byPath.values()];
}

function takesOf(schema: JsonSchema): string {
  if (schema.items) return `a list of ${takesOf(schema.items)}`;
  if (schema.properties || schema.anyOf || schema.oneOf) return 'a mapping';
  if (schema.const !== undefined) return String(schema.const);
  if (schema.type === 'boolean') return 'true or false';
  return schema.description ?? schema.type ?? 'anything';
}

function exampleOf(schema: JsonSchema): string {
  const [example] = schema.examples ?? schema.enum ?? [];
  if (example !== undefined) return String(example);
  return schema.type === 'boolean' ? 'true' : '';
}

/** The page about the setup file: every key, what it means, what it takes, and an example. */
export function setupPage(schema: JsonSchema): string {
  const lines = listKeys(schema).map(({ path, isNeeded, takes, example }) => {
    const sentence = keySentences[path];
    const shown = sentence?.example ?? example;
    return `| \`${path}\`${isNeeded ? ' ●' : ''} | ${cell(sentence?.says ?? '')} | ${cell(takes)} | ${shown === '' ? '' : `\`${cell(shown)}\``} |`;
  });
  return `${head}\n${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

const head = `# The setup file

Every key, made from the schema that reads the file (\`npm run -s reference\`). ● must be there; \`[]\` is an entry of a list.
An unknown key is refused, with the one that was probably meant. Editors take [setup.schema.json](setup.schema.json):
\`# yaml-language-server: $schema=…/docs/setup.schema.json\` in the first line of a file. The same shapes go through the API
([openapi.json](openapi.json)). \`examples/\` has whole files.

| key | what it says | what it takes | example |
|---|---|---|---|`;
