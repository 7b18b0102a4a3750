import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';

/** A node of the syntax tree; its other fields depend on its type. */
export interface Node {
  readonly type: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [field: string]: unknown;
}

/** One file of the house, read and parsed. Paths are relative to the repository: "src/paging/raise-page.ts". */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Every node, parents before children. */
  readonly nodes: readonly Node[];
  /** What stands at the top level of the file. */
  readonly top: readonly Node[];
  /** First and last line of a node. */
  linesOf(node: Node): { from: number; until: number };
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript file below `folder`, without what Prisma generates. */
export function readSources(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(path => !path.startsWith('src/generated/'))
    .sort()
    .map(path => sourceOf(path, readFileSync(join(root, path), 'utf8')));
}

/** A file as it would be parsed from disk; for tests of the rules themselves. */
export function sourceOf(path: string, text: string): Source {
  // The parser counts bytes from an offset of its own; an empty statement in front tells which.
  const module = parseSync(`;${text.replace(/^#!/, '//')}`, {
    syntax: 'typescript',
    target: 'es2022',
  });
  const [first, ...top] = module.body as unknown as Node[];
  const base = (first?.span?.start ?? 0) + 1;
  const bytes = Buffer.from(text);
  const lineAt = (offset: number) =>
    bytes
      .subarray(0, offset - base)
      .toString('utf8')
      .split('\n').length;
  return {
    path,
    text,
    top,
    nodes: top.flatMap(allNodes),
    linesOf: ({ span }) => ({
      from: lineAt(span?.start ?? base),
      until: lineAt(span?.end ?? base),
    }),
  };
}

/** The node itself and everything in it. */
export function allNodes(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(allNodes)];
}

/** Nodes directly inside; also through the parser's untyped wrappers, such as a call's arguments. */
function childrenOf(value: object): Node[] {
  return Object.values(value).flatMap(field => {
    if (typeof field !== 'object' || field === null) return [];
    if ('type' in field && typeof field.type === 'string') return [field as Node];
    return childrenOf(field);
  });
}

/** A field of a node that is itself a node. */
export function child(node: Node | null | undefined, name: string): Node | null {
  const field = node?.[name];
  return typeof field === 'object' && field !== null ? (field as Node) : null;
}

/** The name an identifier stands for, or a string its content. */
export function wordOf(node: Node | null | undefined): string | null {
  return typeof node?.value === 'string' ? node.value : null;
}

export interface Import {
  /** As written: "node:fs", "../shared/time.ts". */
  readonly from: string;
  readonly isTypeOnly: boolean;
  /** What the file calls them. */
  readonly names: readonly string[];
  /** True for `export … from`. */
  readonly isReexport: boolean;
}

/** Everything a file takes from elsewhere, dynamic imports included. */
export function importsOf(source: Source): Import[] {
  return source.nodes.flatMap(node => {
    if (isOneOf(node, ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'])) {
      const from = wordOf(child(node, 'source'));
      return from === null ? [] : [declared(node, from)];
    }
    if (node.type !== 'CallExpression' || child(node, 'callee')?.type !== 'Import') return [];
    const [first] = node.arguments as { expression: Node }[];
    const from = wordOf(first?.expression) ?? '(computed)';
    return [{ from, isTypeOnly: false, names: [], isReexport: false }];
  });
}

function declared(node: Node, from: string): Import {
  const specifiers = (node.specifiers ?? []) as Node[];
  const areTypes = specifiers.length > 0 && specifiers.every(each => each.isTypeOnly === true);
  return {
    from,
    isTypeOnly: node.typeOnly === true || areTypes,
    names: specifiers.flatMap(each => wordOf(child(each, 'local')) ?? []),
    isReexport: node.type !== 'ImportDeclaration',
  };
}

/** "src/paging/raise-page.ts" importing "../shared/time.ts" → "src/shared/time.ts"; null for a package. */
export function resolvedPath(source: Source, from: string): string | null {
  if (!from.startsWith('.')) return null;
  return relative(root, join(root, source.path, '..', from));
}

export function isOneOf(node: Node, types: readonly string[]): boolean {
  return types.includes(node.type);
}
