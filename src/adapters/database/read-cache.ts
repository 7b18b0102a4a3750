import { createHash } from 'node:crypto';

/** Tables that change when somebody is set up, moved or let go, when a number is proven or a curve learnt; read by nearly everything. */
const setupModels = [
  'contactProof',
  'customer',
  'escalationPolicy',
  'learntCurve',
  'organisation',
  'ownWorkspace',
  'person',
  'personIdentity',
  'place',
  'placeIdentity',
  'schedule',
  'webhook',
  'setting',
] as const;

/** Read several times in most trips, and changed in few: remembered for one trip. */
const tripModels = ['transition', 'milestone', 'page'] as const;

const setup = new Set<string>(setupModels);
const remembered = new Set<string>([...setupModels, ...tripModels]);
const reading = /^(?:find|count)/;

/** The tables of those models; a trigger of each moves the setup's version. */
export const setupTables: ReadonlySet<string> = new Set([
  'contact_proof',
  'customer',
  'escalation_policy',
  'learnt_curve',
  'organisation',
  'own_workspace',
  'person',
  'person_identity',
  'place',
  'place_identity',
  'schedule',
  'webhook',
  'setting',
]);

/** The tables a statement by hand names. */
const tableName = /\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)/g;

/** Only what changes or locks rows makes an answer stale. */
const changing = /\b(?:INSERT|UPDATE|DELETE)\b/;

/** The most rows kept; a vendor of ten thousand customers is seldom spoken with all at once. */
const mostKept = 5_000;

/** What one trip reads, and changes, of what is remembered. */
export interface TripReads {
  /** The answer as it was, when nothing it depends on has changed since; else `ask`s. */
  read(model: string, method: string, ask: Reading): Promise<unknown>;
  /** Nothing of this model that the trip has read counts any more. */
  wrote(model: string): void;
  /** A statement of its own ran in the trip. */
  ran(sql: string): void;
}

export interface Reading {
  readonly args: unknown;
  readonly ask: () => Promise<unknown>;
}

/** Answers that depend on the setup alone, kept between the trips of this process. */
export interface ReadCache {
  /** `version` says what the setup is at by now; it is asked once in a trip, and only when it is needed. */
  open(version: () => Promise<string>): TripReads;
}

/**
 * A cache of what the setup says. Hazard: another process may change it at any moment, so each trip compares the
 * setup's version, which a trigger of the database moves in the transaction of every change, and forgets everything
 * when it is another one. What the trip itself has changed, it reads itself.
 */
export function createReadCache(): ReadCache {
  let version: string | null = null;
  let kept = new Map<string, unknown>();
  let rowsKept = 0;

  function keep(key: string, answer: unknown): void {
    rowsKept += rowsOf(answer) - (kept.has(key) ? rowsOf(kept.get(key)) : 0);
    kept.set(key, answer);
    for (const [oldest, rows] of kept) {
      if (rowsKept <= mostKept) return;
      kept.delete(oldest);
      rowsKept -= rowsOf(rows);
    }
  }

  return {
    open(ask) {
      const own = new Map<string, unknown>();
      let isFresh = true;
      let checked: Promise<Map<string, unknown>> | null = null;

      const check = async (): Promise<Map<string, unknown>> => {
        const now = await ask();
        if (now !== version) {
          version = now;
          kept = new Map();
          rowsKept = 0;
        }
        return kept;
      };

      return {
        async read(model, method, { args, ask: askNow }) {
          const key = keyOf(model, method, args);
          if (own.has(key)) return own.get(key);
          if (!setup.has(model) || !isFresh) return remember(own, key, await askNow());
          checked ??= check();
          const shared = await checked;
          if (shared.has(key)) return shared.get(key);
          const answer = deepFrozen(await askNow());
          const answers = [[key, answer] as const, ...singly(model, args, answer)];
          // Another version may have come meanwhile; then this is a newer answer, for nobody but this trip.
          if (shared === kept && isFresh) for (const each of answers) keep(...each);
          for (const [name, row] of answers) remember(own, name, row);
          return answer;
        },
        wrote(model) {
          if (setup.has(model)) isFresh = false;
          forget(own, setup.has(model) ? [...setup] : [model]);
        },
        ran(sql) {
          const models = touchedBy(sql);
          if (models.some(model => setup.has(model))) isFresh = false;
          if (models.length > 0) forget(own, models);
        },
      };
    },
  };
}

const touched = new Map<string, readonly string[]>();

/** The models whose remembered answers a statement by hand makes stale, by the tables it names. */
function touchedBy(sql: string): readonly string[] {
  const known = touched.get(sql);
  if (known) return known;
  const tables = new Set([...sql.matchAll(tableName)].map(([, name]) => name));
  const isAboutSetup = [...tables].some(table => setupTables.has(table ?? ''));
  const models = changing.test(sql)
    ? [...tripModels.filter(table => tables.has(table)), ...(isAboutSetup ? setupModels : [])]
    : [];
  touched.set(sql, models);
  return models;
}

/** True for a question whose answer is worth remembering. */
export function isRemembered(model: string, method: string): boolean {
  return remembered.has(model) && reading.test(method);
}

/** True for what asks and does not change. */
export function isReading(method: string): boolean {
  return reading.test(method) || method === 'aggregate' || method === 'groupBy';
}

function remember(own: Map<string, unknown>, key: string, answer: unknown): unknown {
  own.set(key, answer);
  return answer;
}

function forget(own: Map<string, unknown>, models: readonly string[]): void {
  for (const key of own.keys()) {
    if (models.includes(key.slice(0, key.indexOf('.')))) own.delete(key);
  }
}

/** A list is as many as it has; nothing is one, since its question is kept all the same. */
function rowsOf(answer: unknown): number {
  return Array.isArray(answer) ? Math.max(1, answer.length) : 1;
}

/** Whole rows that came as a list, as they are asked for one by one. */
function singly(model: string, args: unknown, answer: unknown): [string, unknown][] {
  if (!Array.isArray(answer) || hasOwnShape(args)) return [];
  return answer.flatMap((row: unknown): [string, unknown][] =>
    typeof row === 'object' && row !== null && 'id' in row
      ? [[keyOf(model, 'findUnique', { where: { id: row.id } }), row]]
      : [],
  );
}

/** Its rows have less or more in them than their table. */
function hasOwnShape(args: unknown): boolean {
  if (typeof args !== 'object' || args === null) return false;
  return ['select', 'include', 'omit'].some(word => word in args);
}

function keyOf(model: string, method: string, args: unknown): string {
  const asked = JSON.stringify(args) ?? '';
  const short =
    asked.length <= 200 ? asked : createHash('sha256').update(asked).digest('base64url');
  return `${model}.${method}.${short}`;
}

/** Shared by trips, so that none of them may change it. */
function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (!(value instanceof Date)) Object.freeze(value);
  for (const inner of Object.values(value)) deepFrozen(inner);
  return value;
}
