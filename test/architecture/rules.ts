import { floorPlanOf, homes, isEdge, pureNode, rankOf, roomOf } from './ranks.ts';
import {
  child,
  type Import,
  importsOf,
  isOneOf,
  type Node,
  resolvedPath,
  type Source,
  wordOf,
} from './source.ts';

/** One rule of the house: what breaks it, each as "path:line: what and why". */
export type Rule = (sources: readonly Source[]) => string[];

function each(check: (source: Source) => readonly string[]): Rule {
  return sources => sources.flatMap(source => check(source).map(what => `${source.path}: ${what}`));
}

function at(source: Source, node: Node): string {
  return `line ${source.linesOf(node).from}`;
}

/** Lower imports nothing higher; the same rank imports nothing of each other. */
export const keepsRanks = each(source => {
  const own = roomOf(source.path);
  const rank = rankOf(own);
  if (rank === null) return [`the folder ${own} has no rank; add it to ranks.ts`];
  return importsOf(source).flatMap(({ from }) => {
    const path = resolvedPath(source, from);
    if (path === null || path.startsWith('src/generated/')) return [];
    const other = roomOf(path);
    if (other === own) return [];
    const otherRank = rankOf(other);
    if (otherRank !== null && otherRank < rank) return [];
    return [`imports ${from}: ${own} may not know ${other}`];
  });
});

/** Inside a folder with a floor plan its rooms are ranked as strictly as the folders outside. */
export const keepsFloors = each(source => {
  const plan = floorPlanOf(source.path);
  if (!plan) return [];
  const own = plan.roomOf(source.path);
  const rank = plan.rankOf(own);
  if (rank === null) return [`the room ${own} stands on no floor; add it to ranks.ts`];
  return importsOf(source).flatMap(({ from }) => {
    const path = resolvedPath(source, from);
    if (path === null || floorPlanOf(path)?.folder !== plan.folder) return [];
    const other = plan.roomOf(path);
    const otherRank = plan.rankOf(other);
    if (other === own || (otherRank !== null && otherRank < rank)) return [];
    return [`imports ${from}: ${own} may not know ${other}`];
  });
});

/** No file imports itself through others: what two need of each other lies below both. */
export const keepsNoCircles: Rule = sources => {
  const above = new Map(
    sources.map(source => [
      source.path,
      importsOf(source).flatMap(({ from }) => resolvedPath(source, from) ?? []),
    ]),
  );
  const settled = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0)
      found.push(`${path}: imports itself, ${[...way.slice(start), path].join(' → ')}`);
    if (start >= 0 || settled.has(path)) return;
    for (const next of above.get(path) ?? []) visit(next, [...way, path]);
    settled.add(path);
  };
  for (const path of above.keys()) visit(path, []);
  return found;
};

/** The generated Prisma client is made in the database adapter; the rest of the house knows only its types. */
export const keepsPrismaHome = each(source =>
  importsOf(source).flatMap(({ from, isTypeOnly }) => {
    if (!resolvedPath(source, from)?.startsWith('src/generated/')) return [];
    if (roomOf(source.path) === 'adapters/database') return [];
    if (source.path === 'src/shared/database.ts' && isTypeOnly) return [];
    return [`imports ${from}: take Tx and Json from shared/database.ts`];
  }),
);

/** A vendor's package is imported in its home and nowhere else; one without a home, nowhere. */
export const keepsVendorsHome = each(source =>
  importsOf(source).flatMap(({ from }) => {
    if (from.startsWith('.') || from.startsWith('node:')) return [];
    const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0];
    const rooms = homes[name ?? ''] ?? [];
    if (rooms.includes('*') || rooms.includes(roomOf(source.path))) return [];
    return [`imports ${from}, whose home is ${rooms.join(', ') || 'nowhere'}`];
  }),
);

/** Node's files, sockets and processes are for the edges. */
export const keepsNodeAtEdges = each(source =>
  importsOf(source).flatMap(({ from }) => {
    if (!from.startsWith('node:') || isEdge(roomOf(source.path)) || pureNode.includes(from))
      return [];
    return [`imports ${from}: only adapters, cli and main may`];
  }),
);

const consoleMount = 'src/adapters/console/mount-console.ts';

/** Every address of the console stands in its table, with who may: only the one file that mounts the table makes routes. */
export const keepsConsoleRoutes = each(source => {
  if (roomOf(source.path) !== 'adapters/console' || source.path === consoleMount) return [];
  return importsOf(source).flatMap(({ from, isTypeOnly }) =>
    from === 'express' && !isTypeOnly
      ? [`imports express: an address needs a row in door/routes.ts, which ${consoleMount} mounts`]
      : [],
  );
});

const timers = ['setTimeout', 'setInterval', 'setImmediate'];
const chance = ['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues'];

/** What reads the clock, draws by chance, waits, calls the network or looks at the process. */
function edgeUse(node: Node): string | null {
  const callee = child(node, 'callee');
  const name = wordOf(callee);
  if (node.type === 'NewExpression' && name === 'Date') {
    return (node.arguments as unknown[] | null)?.length ? null : 'new Date()';
  }
  if (node.type === 'CallExpression' && name === 'Date') return 'Date()';
  if (node.type === 'CallExpression' && name === 'fetch') return 'fetch';
  if (node.type === 'Identifier' && timers.includes(wordOf(node) ?? '')) return wordOf(node);
  if (node.type === 'Identifier' && chance.includes(wordOf(node) ?? '')) return wordOf(node);
  if (node.type !== 'MemberExpression') return null;
  const member = `${wordOf(child(node, 'object'))}.${wordOf(child(node, 'property'))}`;
  const isWatched =
    ['Date.now', 'Math.random', 'performance.now', 'DateTime.now'].includes(member) ||
    /^(process|console|globalThis)\./.test(member);
  return isWatched ? member : null;
}

/** Now is `trip.now`, chance is `trip.random`; only the edges touch the real ones. */
export const keepsEdges = each(source => {
  if (isEdge(roomOf(source.path))) return [];
  return source.nodes.flatMap(node => {
    const use = edgeUse(node);
    return use ? [`${at(source, node)} uses ${use}: only adapters, app, cli and main may`] : [];
  });
});

/** Settings are read in one file, and only the command line prints; it may hand the environment on, unread. */
export const keepsProcess = each(source => {
  const room = roomOf(source.path);
  const isCommandLine = ['cli', 'main'].includes(room);
  return source.nodes.flatMap(node => {
    const isReading = edgeUse(child(node, 'object') ?? node) === 'process.env';
    const isTaken = edgeUse(node) === 'process.env' && !isCommandLine;
    if ((isReading || isTaken) && room !== 'config') {
      return [`${at(source, node)} uses process.env: only config.ts reads settings`];
    }
    if (edgeUse(node)?.startsWith('console.') && !isCommandLine) {
      return [`${at(source, node)} uses ${edgeUse(node)}: log through the Logger`];
    }
    return [];
  });
});

const asyncKinds = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
];

function isAsync(node: Node): boolean {
  return isOneOf(node, asyncKinds) && node.async === true;
}

function hasAsync(source: Source): boolean {
  return source.nodes.some(node => isAsync(node) || node.type === 'AwaitExpression');
}

/** A noun file stays pure: it calls no verb. It may name verbs, as a table of commands does. */
export const keepsNounsPure: Rule = sources => {
  const verbs = new Set(sources.filter(hasAsync).map(({ path }) => path));
  const check = each(source => {
    if (!isDomain(source) || hasAsync(source)) return [];
    const called = new Set(source.nodes.map(node => wordOf(child(node, 'callee'))));
    return importsOf(source).flatMap(({ from, names }) => {
      if (!verbs.has(resolvedPath(source, from) ?? '')) return [];
      const used = names.filter(name => called.has(name));
      return used.map(name => `is a noun (nothing in it is async) but calls ${name} of ${from}`);
    });
  });
  return check(sources);
};

/** Rooms whose files are nouns and verbs: not the edges, not what puts the parts together. */
function isDomain(source: Source): boolean {
  const room = roomOf(source.path);
  return !isEdge(room) && !['world', 'rehearsal', 'engine', 'settings'].includes(room);
}

const reading = /^(find|list|get|read|load|is|has|count)(?=[A-Z-])/;
const locking = /^(lock|tryLock)(?=[A-Z])/;

/**
 * A verb file exports one function, which has the file's name; a file that reads may hold several readings, and a
 * file "…-lock" the ways of taking one lock, so that its hazard is told once.
 */
export const keepsVerbsSingle = each(source => {
  if (!isDomain(source) || !hasAsync(source)) return [];
  const names = exportedFunctions(source).filter(isAsync).map(nameOf);
  const file = source.path.replace(/^.*\/|\.ts$/g, '');
  if (reading.test(file) && names.every(name => reading.test(name))) return [];
  if (file.endsWith('-lock') && names.every(name => locking.test(name))) return [];
  if (names.length === 0 || (names.length === 1 && names[0] === camel(file))) return [];
  return [
    `exports ${names.join(', ')}; a verb file exports one async function, here ${camel(file)}`,
  ];
});

function camel(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The functions a file exports by declaration. */
function exportedFunctions(source: Source): Node[] {
  return source.top.flatMap(node => {
    const declaration = node.type === 'ExportDeclaration' ? child(node, 'declaration') : null;
    return declaration?.type === 'FunctionDeclaration' ? [declaration] : [];
  });
}

function nameOf(node: Node | undefined): string {
  return wordOf(child(node, 'identifier')) ?? '';
}

/** Every exported function says in a sentence what it promises. */
export const documentsExports = each(source => {
  const lines = source.text.split('\n');
  const functions = exportedFunctions(source);
  return functions.flatMap((node, index) => {
    const { from } = source.linesOf(node);
    const above = lines[from - 2]?.trim() ?? '';
    const isOverload = nameOf(functions[index - 1]) === nameOf(node);
    if (above.endsWith('*/') || isOverload) return [];
    return [`${at(source, node)}: ${nameOf(node)} has no JSDoc`];
  });
});

/** No file over 300 lines, no function over 60. */
export const keepsFilesSmall = each(source => {
  const lines = source.text.trimEnd().split('\n').length;
  const long = source.nodes
    .filter(node => isOneOf(node, asyncKinds))
    .flatMap(node => {
      const { from, until } = source.linesOf(node);
      return until - from + 1 > 60
        ? [`line ${from}: a function of ${until - from + 1} lines (60 at most)`]
        : [];
    });
  return lines > 300 ? [`has ${lines} lines (300 at most)`, ...long] : long;
});

const bags = /(^|-)(utils?|helpers?|managers?|services?|commons?|misc|stuff)$/;

/** Files and folders are named in kebab-case after what they hold; a bag is no name. */
export const namesThings = each(source => {
  const parts = source.path.replace(/\.ts$/, '').split('/');
  return parts.flatMap(part => {
    if (bags.test(part)) return [`"${part}" is a bag, not a name`];
    if (part === 'index') return ['is a barrel; import the file itself'];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part) ? [] : [`"${part}" is not kebab-case`];
  });
});

/** No file hands on what others export, and nothing is exported without a name. */
export const keepsNoBarrels = each(source => [
  ...importsOf(source)
    .filter(({ isReexport }: Import) => isReexport)
    .map(({ from }) => `exports from ${from}; import the file itself`),
  ...source.top
    .filter(({ type }) => type === 'ExportDefaultExpression' || type === 'ExportDefaultDeclaration')
    .map(node => `${at(source, node)} has a default export`),
]);

/** No `any`, no `!`, no silenced compiler. */
export const keepsTypes = each(source => [
  ...source.nodes.flatMap(node => {
    if (node.type === 'TsKeywordType' && node.kind === 'any')
      return [`${at(source, node)} uses any`];
    if (node.type === 'TsNonNullExpression')
      return [`${at(source, node)} uses a non-null assertion`];
    return [];
  }),
  ...(source.text.match(/@ts-(ignore|nocheck|expect-error)/g) ?? []).map(found => `uses ${found}`),
]);

/** At most three arguments, and none of them true or false: a name says more. */
export const keepsArgumentsFew = each(source =>
  exportedFunctions(source).flatMap(node => {
    const name = nameOf(node);
    const params = (node.params as { pat: Node }[]).map(({ pat }) => pat);
    const isBoolean = (pat: Node) => {
      const type = child(child(pat, 'typeAnnotation'), 'typeAnnotation');
      return type?.type === 'TsKeywordType' && type.kind === 'boolean';
    };
    return [
      ...(params.length > 3
        ? [`${at(source, node)}: ${name} takes ${params.length} arguments (3 at most)`]
        : []),
      ...(params.some(isBoolean) ? [`${at(source, node)}: ${name} takes a boolean`] : []),
    ];
  }),
);
